import type { Privacy } from "@parley/contract";
import { BlockedRow } from "../friends/relation-lists.tsx";
import { useRelated } from "../friends/use-related.ts";
import { Section, Setting } from "../settings/section.tsx";
import { useSettings } from "../settings/use-settings.ts";
import { SelectField } from "../ui/select-field.tsx";
import { Switch } from "../ui/switch.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./privacy.module.css";
import { VisibilitySetting } from "./visibility-setting.tsx";

/** What others learn of me, how they may reach me, and of whom I want nothing. */
export function PrivacySections() {
  const { settings, change } = useSettings();
  const { privacy } = settings;
  const set = (part: Partial<Privacy>) => change({ privacy: { ...privacy, ...part } });
  return (
    <>
      <Seen privacy={privacy} set={set} />
      <Reaching privacy={privacy} set={set} />
      <Signs privacy={privacy} set={set} />
      <Blocked />
    </>
  );
}

interface PartProps {
  privacy: Privacy;
  set: (part: Partial<Privacy>) => void;
}

function Seen({ privacy, set }: PartProps) {
  const words = useWords().privacy;
  return (
    <Section title={words.seen} hint={words.seenHint}>
      <VisibilitySetting
        label={words.presence}
        hint={words.presenceHint}
        value={privacy.presence}
        onChange={(presence) => set({ presence })}
      />
      <VisibilitySetting label={words.lastSeen} value={privacy.lastSeen} onChange={(lastSeen) => set({ lastSeen })} />
    </Section>
  );
}

function Reaching({ privacy, set }: PartProps) {
  const words = useWords().privacy;
  const options = [
    { value: "everyone", label: words.reachEveryone },
    { value: "rooms", label: words.reachRooms },
    { value: "friends", label: words.reachFriends },
  ] as const;
  const field = (part: "write" | "add" | "call") => (
    <SelectField
      isLabelHidden
      label={words[part]}
      value={privacy[part]}
      options={options}
      onChange={(reach) => set({ [part]: reach })}
    />
  );
  return (
    <Section title={words.reach} hint={words.reachHint}>
      <Setting label={words.write} hint={words.writeHint}>
        {field("write")}
      </Setting>
      <Setting label={words.add}>{field("add")}</Setting>
      <Setting label={words.call}>{field("call")}</Setting>
    </Section>
  );
}

function Signs({ privacy, set }: PartProps) {
  const words = useWords().privacy;
  return (
    <Section title={words.signs} hint={words.signsHint}>
      <Switch
        label={words.typing}
        hint={words.typingHint}
        isOn={privacy.typing}
        onChange={(typing) => set({ typing })}
      />
      <Switch
        label={words.receipts}
        hint={words.receiptsHint}
        isOn={privacy.receipts}
        onChange={(receipts) => set({ receipts })}
      />
    </Section>
  );
}

function Blocked() {
  const words = useWords().privacy;
  const people = useRelated("blocked");
  return (
    <Section title={words.blocked}>
      {people.length === 0 ? (
        <p className={styles.none}>{words.blockedNone}</p>
      ) : (
        <ul className={styles.blocked}>
          {people.map((user) => (
            <BlockedRow key={user.id} user={user} />
          ))}
        </ul>
      )}
    </Section>
  );
}
