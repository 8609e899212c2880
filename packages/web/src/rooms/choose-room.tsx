import { MessagesSquare } from "lucide-react";
import { keyNames } from "../keys.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useWords } from "../words/use-words.ts";
import { KeyCaps } from "./key-caps.tsx";
import { useDialogs } from "./use-dialogs.ts";

/** The conversation's place before one is chosen. */
export function ChooseRoom() {
  const words = useWords();
  const open = useDialogs();
  return (
    <main>
      <EmptyState
        icon={<MessagesSquare size={28} />}
        title={words.rooms.chooseTitle}
        text={words.rooms.chooseText}
        actions={
          <Button onClick={() => open("switcher")}>
            {words.rooms.switcher} <KeyCaps keys={keyNames("Mod+K")} />
          </Button>
        }
      />
    </main>
  );
}
