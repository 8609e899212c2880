import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useWords } from "../words/use-words.ts";
import { IconButton } from "./button.tsx";
import { classes } from "./classes.ts";
import styles from "./dialog.module.css";
import { useModal } from "./use-modal.ts";

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  isWide?: boolean;
  /** Nothing inside takes the focus: then the text itself does, so that keys can scroll it. */
  isText?: boolean;
  /** Given, the body and footer are a form; Enter submits it. */
  onSubmit?: () => void;
}

/** A modal dialog. Esc and a click beside it close it; focus goes back to where it was. */
export function Dialog({ title, onClose, children, footer, isWide, isText, onSubmit }: DialogProps) {
  const dialog = useModal();
  const titleId = useId();
  const words = useWords();
  const content = (
    <>
      <div className={styles.body} {...(isText === true && { tabIndex: 0, role: "group", "aria-labelledby": titleId })}>
        {children}
      </div>
      {footer && <div className={styles.footer}>{footer}</div>}
    </>
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the dialog's own key for the same.
    <dialog
      ref={dialog}
      className={classes(styles.dialog, isWide && styles.wide)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <header className={styles.header}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <IconButton label={words.app.close} icon={<X size={20} />} onClick={onClose} />
      </header>
      {onSubmit ? <DialogForm onSubmit={onSubmit}>{content}</DialogForm> : content}
    </dialog>
  );
}

function DialogForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A dialog that another one opened is inside of it for React: what it submits is not the other's.
        event.stopPropagation();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
