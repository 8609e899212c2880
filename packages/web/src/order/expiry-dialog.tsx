import type { RoomEntry } from "@parley/client";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { ExpiryField } from "./expiry-field.tsx";
import { termWords } from "./terms.ts";

/** After how long what is written here from now on disappears. */
export function ExpiryDialog({ entry, onClose }: { entry: RoomEntry; onClose: () => void }) {
  const words = useWords();
  const { expiry } = words.order;
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const { room } = entry.state;
  const [chosen, setChosen] = useState(room.expiresAfterMs);
  const set = async () => {
    await client.call("room:set-expiry", { roomId: room.id, expiresAfterMs: chosen });
    onClose();
    toast({ text: chosen === null ? expiry.off : expiry.on(termWords(words, chosen)) });
  };
  return (
    <Dialog
      title={expiry.title}
      onClose={onClose}
      onSubmit={() => void action.run(set)}
      footer={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy}>
            {expiry.set}
          </Button>
        </>
      }
    >
      <ExpiryField value={chosen} onChange={setChosen} />
      <p>{expiry.text}</p>
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}
