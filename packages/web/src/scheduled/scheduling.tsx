import type { RoomEntry } from "@parley/client";
import { CalendarClock, Clock, UserCheck } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { usePartner, usePartnerAvailability } from "../rooms/use-room-title.ts";
import { Apart } from "../ui/apart.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { clockTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { momentsAfter } from "./moments.ts";
import { useCanAwait } from "./use-can-await.ts";
import { useSchedule, type Writing } from "./use-schedule.ts";
import { useSendGestures } from "./use-send-gestures.ts";

const ScheduleDialog = lazy(async () => ({ default: (await import("./schedule-dialog.tsx")).ScheduleDialog }));

export interface SchedulingProps {
  entry: RoomEntry;
  composer: Writing;
}

/** What opens at the button that sends. */
export function Scheduling({ entry, composer }: SchedulingProps) {
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const [isTimed, setTimed] = useState(false);
  const schedule = useSchedule(entry, composer);
  const canAwait = useCanAwait(entry, composer.canSend);
  useSendGestures(composer, setOpener);
  return (
    <>
      {opener && (
        <SendMenu
          entry={entry}
          at={opener}
          canAwait={canAwait}
          onChoose={(sendAt) => void schedule(sendAt)}
          onTime={() => setTimed(true)}
          onClose={() => setOpener(null)}
        />
      )}
      <Suspense fallback={null}>
        {isTimed && (
          // Not inside of the composer, which is a form as well.
          <Apart>
            <ScheduleDialog
              onSet={({ sendAt }) => schedule(sendAt, { isThrown: true })}
              onClose={() => setTimed(false)}
            />
          </Apart>
        )}
      </Suspense>
    </>
  );
}

interface SendMenuProps {
  entry: RoomEntry;
  at: HTMLElement;
  /** The server lets a message wait for the other one. */
  canAwait: boolean;
  onChoose: (sendAt: number | null) => void;
  onTime: () => void;
  onClose: () => void;
}

function SendMenu({ entry, at, canAwait, onChoose, onTime, onClose }: SendMenuProps) {
  const { scheduled: words } = useWords();
  const language = useLanguage();
  const partner = usePartner(entry);
  const isHere = usePartnerAvailability(entry) === "online";
  const [now] = useState(Date.now);
  const label = { evening: words.evening, tomorrow: words.tomorrowAt, monday: words.mondayAt };
  const items: MenuItem[] = momentsAfter(now).map(({ name, at: moment }) => ({
    id: name,
    label: label[name](clockTime(moment, language)),
    icon: <Clock size={18} />,
    onSelect: () => onChoose(moment),
  }));
  if (partner && canAwait && !isHere)
    items.push({
      id: "online",
      label: words.whenOnline(partner.name),
      icon: <UserCheck size={18} />,
      onSelect: () => onChoose(null),
    });
  items.push({
    id: "time",
    label: words.choose,
    icon: <CalendarClock size={18} />,
    startsGroup: true,
    onSelect: onTime,
  });
  return <Menu label={words.menu} items={items} at={at} onClose={onClose} />;
}
