import { useState } from "react";
import { useClient } from "../client-context.ts";
import { useConversation } from "../messages/conversation-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Popover } from "../ui/popover.tsx";
import type { PopoverPlace } from "../ui/use-popover.ts";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./calendar.module.css";
import { Calendar } from "./calendar.tsx";
import { localDate } from "./month-grid.ts";
import { useMonth } from "./use-month.ts";

export interface DayPickerProps {
  place: PopoverPlace;
  /** On the day that is shown first, in epoch ms. */
  at: number;
  onClose: () => void;
}

/** Leads to the first message of a day of the conversation. */
export function DayPicker({ place, at, onClose }: DayPickerProps) {
  const { calendar } = useWords().search;
  const client = useClient();
  const { roomId, jumpTo } = useConversation();
  const [date, setDate] = useState(() => localDate(at));
  const month = useMonth(roomId, date);
  const action = useAction();
  const choose = async (date: string) => {
    let seq: number | null = null;
    const isFound = await action.run(async () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      ({ seq } = await client.call("search:day", { roomId, date, timeZone }));
    });
    if (!isFound) return;
    onClose();
    if (seq !== null) jumpTo(seq);
  };
  const error = action.error ?? month.error;
  return (
    <Popover label={calendar.title} at={place} onClose={onClose}>
      <div className={styles.picker}>
        <Calendar date={date} onDate={setDate} month={month} onChoose={(date) => void choose(date)} />
        {error !== null && <Banner kind="danger">{error}</Banner>}
        {month.isEmpty && <p className={styles.note}>{calendar.empty}</p>}
      </div>
    </Popover>
  );
}
