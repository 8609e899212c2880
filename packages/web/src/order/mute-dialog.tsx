import type { RoomId, User } from "@parley/contract";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import type { Length } from "./discipline-terms.ts";
import { TermField, useTerm } from "./term-field.tsx";

const lengths: readonly Length[] = ["tenMinutes", "hour", "day", "until"];

export interface DisciplineDialogProps {
  roomId: RoomId;
  user: User;
  onClose: () => void;
}

/** Lets somebody read but not write for a while. */
export function MuteDialog({ roomId, user, onClose }: DisciplineDialogProps) {
  const { app, order } = useWords();
  const client = useClient();
  const action = useAction();
  const term = useTerm("tenMinutes");
  const mute = async (forMs: number | null) => {
    await client.call("member:mute", { roomId, userId: user.id, forMs });
    onClose();
  };
  const submit = () => {
    const forMs = term.ms();
    if (forMs === undefined) action.fail(order.terms.momentMissing, "moment");
    else void action.run(() => mute(forMs));
  };
  return (
    <Dialog
      title={order.mute.title(user.name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy} data-autofocus>
            {order.mute.now}
          </Button>
        </>
      }
    >
      <p>{order.mute.text}</p>
      <TermField label={order.mute.label} lengths={lengths} term={term} action={action} />
      {action.error !== null && action.field !== "moment" && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}
