import type { TimelineRow } from "@parley/client";
import { EllipsisVertical, SmilePlus } from "lucide-react";
import { IconButton } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { useWords } from "../words/use-words.ts";
import { useStage } from "./conversation-context.ts";
import { useMayReact } from "./may-react.ts";
import styles from "./row-actions.module.css";
import { useMessageActions } from "./use-message-actions.ts";

export interface RowActionsProps {
  row: TimelineRow;
  isShown: boolean;
}

/**
 * The bar over a row under the pointer or with the focus: the first actions, and the menu with all of them. It is there
 * before it is shown, so that Tab finds it.
 */
export function RowActions({ row, isShown }: RowActionsProps) {
  const words = useWords();
  const { roomId, openMenu, openReactions } = useStage();
  const mayReact = useMayReact(roomId) && row.message.seq > 0;
  const actions = useMessageActions()(row);
  if (actions.length === 0) return null;
  const direct = actions.filter((action) => ["reply", "thread", "edit"].includes(action.id));
  return (
    <div className={classes(styles.bar, isShown && styles.shown)} role="toolbar" aria-label={words.deeds.actions}>
      {mayReact && (
        <IconButton
          isSmall
          label={words.reactions.react}
          icon={<SmilePlus size={18} />}
          aria-haspopup="dialog"
          onClick={(event) => openReactions(row, event.currentTarget)}
        />
      )}
      {direct.map((action) => (
        <IconButton key={action.id} isSmall label={action.label} icon={action.icon} onClick={action.onSelect} />
      ))}
      <IconButton
        isSmall
        label={words.deeds.more}
        icon={<EllipsisVertical size={18} />}
        aria-haspopup="menu"
        onClick={(event) => openMenu(row, event.currentTarget)}
      />
    </div>
  );
}
