import { limits, type User } from "@parley/contract";
import { useState } from "react";
import { PeoplePicker } from "../people/people-picker.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useWords } from "../words/use-words.ts";

export interface ExceptionsDialogProps {
  title: string;
  before: readonly User[];
  onChosen: (chosen: readonly User[]) => void;
  onClose: () => void;
}

/** For whom something is otherwise than for the rest. */
export function ExceptionsDialog({ title, before, onChosen, onClose }: ExceptionsDialogProps) {
  const { app, privacy } = useWords();
  const [picked, setPicked] = useState(before);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => onChosen(picked)}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="primary" type="submit">
            {privacy.doneExceptions}
          </Button>
        </>
      }
    >
      <PeoplePicker picked={picked} onPick={setPicked} most={limits.exceptions} />
    </Dialog>
  );
}
