import type { ClientState, TimelineRow } from "@parley/client";
import { shownVotes } from "@parley/client/pending-votes";
import type { Votes } from "@parley/contract";
import { Check } from "lucide-react";
import { useCallback, useState } from "react";
import { useClient } from "../client-context.ts";
import { useStage } from "../messages/conversation-context.ts";
import { useMayReact } from "../messages/may-react.ts";
import { classes } from "../ui/classes.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./poll-card.module.css";
import { PollFoot } from "./poll-foot.tsx";
import places from "./poll-place.module.css";
import type { PollProps } from "./poll-props.ts";
import { sharesOf } from "./shares.ts";

/** A poll to vote in; to who has voted, and once it is closed, its result. */
export function PollCard({ row, poll, isTabStop }: PollProps) {
  const { polls: words } = useWords();
  const { vote, mayVote } = useVoting(row);
  const votes = useVotes(row);
  const mine = votes.mine?.chosen ?? [];
  // While one chooses anew; where one may choose several, before they are sent.
  const [marked, setMarked] = useState<readonly number[] | null>(null);
  const isShown = poll.closedAt !== undefined || (mine.length > 0 && marked === null);
  const shares = sharesOf(votes.counts, votes.voters, poll.isMultiple === true);
  const choose = (at: number) => {
    const chosen = marked ?? mine;
    if (!poll.isMultiple) done([at]);
    else setMarked(chosen.includes(at) ? chosen.filter((one) => one !== at) : [...chosen, at].sort((a, b) => a - b));
  };
  const done = (chosen: readonly number[]) => {
    vote(chosen);
    setMarked(null);
  };
  return (
    <>
      <p className={styles.head}>{words.kind(poll)}</p>
      <fieldset className={styles.answers} aria-label={words.answers}>
        {poll.answers.map((text, at) => {
          const answer = { text, count: votes.counts[at] ?? 0, share: shares[at] ?? 0 };
          return isShown ? (
            <Result key={text} {...answer} isMine={mine.includes(at)} />
          ) : (
            <Choice
              key={text}
              text={text}
              isOn={(marked ?? mine).includes(at)}
              isMultiple={poll.isMultiple === true}
              isOff={!mayVote}
              tabIndex={isTabStop ? 0 : -1}
              onChoose={() => choose(at)}
            />
          );
        })}
      </fieldset>
      <PollFoot
        row={row}
        poll={poll}
        votes={votes}
        isShown={isShown}
        tabIndex={isTabStop ? 0 : -1}
        marked={mayVote && !isShown ? (marked ?? mine) : null}
        onChange={mayVote && isShown ? () => setMarked(mine) : undefined}
        onVote={done}
      />
    </>
  );
}

function useVotes({ message }: TimelineRow): Votes {
  const { roomId } = useStage();
  const select = useCallback((state: ClientState) => shownVotes(state, roomId, message), [roomId, message]);
  return useClientState(select, isSame);
}

const isSame = (one: Votes, other: Votes) => one === other || JSON.stringify(one) === JSON.stringify(other);

function useVoting(row: TimelineRow) {
  const client = useClient();
  const { roomId } = useStage();
  const isAllowed = useMayReact(roomId);
  const { poll, seq } = row.message;
  const mayVote = isAllowed && row.status === "stored" && poll?.closedAt === undefined;
  return { mayVote, vote: (chosen: readonly number[]) => void client.vote(roomId, seq, chosen) };
}

interface ChoiceProps {
  text: string;
  isOn: boolean;
  isMultiple: boolean;
  isOff: boolean;
  tabIndex: number;
  onChoose: () => void;
}

function Choice({ text, isOn, isMultiple, isOff, tabIndex, onChoose }: ChoiceProps) {
  return (
    <button
      type="button"
      className={classes(styles.answer, places.answer)}
      tabIndex={tabIndex}
      aria-pressed={isOn}
      aria-disabled={isOff}
      onClick={() => !isOff && onChoose()}
    >
      <span className={styles.mark} aria-hidden="true">
        <span className={styles.box} data-on={isOn} data-shape={isMultiple ? "several" : "one"}>
          {isOn && <Check size={14} strokeWidth={3} />}
        </span>
      </span>
      <span className={styles.text} dir="auto">
        {text}
      </span>
    </button>
  );
}

interface ResultProps {
  text: string;
  count: number;
  share: number;
  isMine: boolean;
}

function Result({ text, count, share, isMine }: ResultProps) {
  const { polls: words } = useWords();
  return (
    <div className={classes(styles.answer, places.answer, isMine && styles.mine)} data-answer={count}>
      <span className={styles.share}>{words.share(share)}</span>
      <span className={styles.text} dir="auto">
        {text}
      </span>
      <span className={styles.count}>
        <span aria-hidden="true">{count}</span>
        <VisuallyHidden>{words.result(count, isMine)}</VisuallyHidden>
      </span>
      <span className={styles.track} aria-hidden="true">
        {count > 0 && <span className={styles.bar} style={{ width: `${share}%` }} />}
      </span>
      {isMine && (
        <span className={styles.own} aria-hidden="true">
          <Check size={11} strokeWidth={4} />
        </span>
      )}
    </div>
  );
}
