import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

export interface ConfirmDialogProps {
  title: string;
  /** What will happen, and whether it can be undone. */
  text: string;
  /** The verb, such as "Leave room". */
  confirmLabel: string;
  cancelLabel: string;
  isDanger?: boolean;
  isBusy?: boolean;
  /** Why it did not happen. */
  error?: string | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** A question before something that cannot be taken back with one press. No form, so that it may stand inside one. */
export function ConfirmDialog({ title, text, error, isDanger = true, isBusy = false, ...rest }: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={rest.onClose}
      footer={
        <>
          <Button onClick={rest.onClose}>{rest.cancelLabel}</Button>
          <Button look={isDanger ? "danger" : "primary"} isBusy={isBusy} data-autofocus onClick={rest.onConfirm}>
            {rest.confirmLabel}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      {error && <Banner kind="danger">{error}</Banner>}
    </Dialog>
  );
}
