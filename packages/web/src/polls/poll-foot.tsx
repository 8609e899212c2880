import type { TimelineRow } from "@parley/client";
import type { Poll, Votes } from "@parley/contract";
import { Ellipsis, ListX, RotateCcw, Undo2 } from "lucide-react";
import { useState } from "react";
import { useStage } from "../messages/conversation-context.ts";
import { Apart } from "../ui/apart.tsx";
import { Button } from "../ui/button.tsx";
import type { MenuItem } from "../ui/menu.tsx";
import { MenuButton } from "../ui/menu-button.tsx";
import { useMe, useRoom } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { ClosePollDialog } from "./close-poll-dialog.tsx";
import styles from "./poll-card.module.css";
import { VotersDialog } from "./voters-dialog.tsx";

interface PollFootProps {
  row: TimelineRow;
  poll: Poll;
  votes: Votes;
  /** The result is. */
  isShown: boolean;
  tabIndex: number;
  /** What is chosen, while it may be. */
  marked: readonly number[] | null;
  /** Lets one choose anew. */
  onChange: (() => void) | undefined;
  onVote: (chosen: readonly number[]) => void;
}

/** How many voted, and what else one may do. */
export function PollFoot(props: PollFootProps) {
  const { polls: words } = useWords();
  const { row, poll, votes, isShown, tabIndex, marked, onVote } = props;
  const [asked, setAsked] = useState<"voters" | "close" | null>(null);
  const items = useItems(props, () => setAsked("close"));
  const sum = words.voted(votes.voters);
  return (
    <div className={styles.foot}>
      <span className={styles.sum}>
        {isShown && votes.voters > 0 && !poll.isAnonymous ? (
          <button type="button" className={styles.who} tabIndex={tabIndex} onClick={() => setAsked("voters")}>
            {sum}
          </button>
        ) : (
          sum
        )}
      </span>
      {poll.isMultiple && marked && (
        <Button isSmall tabIndex={tabIndex} disabled={marked.length === 0} onClick={() => onVote(marked)}>
          {words.vote}
        </Button>
      )}
      {items.length > 0 && (
        <MenuButton isSmall tabIndex={tabIndex} label={words.more} icon={<Ellipsis size={18} />} items={items} />
      )}
      {asked !== null && (
        <Apart>
          {asked === "voters" && <VotersDialog row={row} poll={poll} onClose={() => setAsked(null)} />}
          {asked === "close" && <ClosePollDialog row={row} onClose={() => setAsked(null)} />}
        </Apart>
      )}
    </div>
  );
}

const SIZE = 18;

function useItems({ row, poll, votes, onChange, onVote }: PollFootProps, onClose: () => void): MenuItem[] {
  const { polls: words } = useWords();
  const { roomId } = useStage();
  const role = useRoom(roomId)?.state.role;
  const isMine = useMe()?.id === row.message.senderId;
  if (poll.closedAt !== undefined || row.status !== "stored") return [];
  const items: MenuItem[] = [];
  const hasVoted = (votes.mine?.chosen.length ?? 0) > 0;
  if (hasVoted && onChange)
    items.push({ id: "change", label: words.change, icon: <RotateCcw size={SIZE} />, onSelect: onChange });
  if (hasVoted)
    items.push({ id: "retract", label: words.retract, icon: <Undo2 size={SIZE} />, onSelect: () => onVote([]) });
  if (isMine || role === "owner" || role === "moderator")
    items.push({
      id: "close",
      label: words.close,
      icon: <ListX size={SIZE} />,
      startsGroup: hasVoted,
      onSelect: onClose,
    });
  return items;
}
