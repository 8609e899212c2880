import type { Circle, RoomRules } from "@parley/contract";
import { SelectField } from "../ui/select-field.tsx";
import { Switch } from "../ui/switch.tsx";
import { useWords } from "../words/use-words.ts";
import { slowTerms, termWords, withCurrent } from "./terms.ts";

export interface RoomRulesFieldsProps {
  rules: RoomRules;
  onChange: (changed: Partial<RoomRules>) => void;
}

/** Who writes, who brings people in, who calls everyone, who pins, how long one waits between two messages, and whether links show what is behind them. */
export function RoomRulesFields({ rules, onChange }: RoomRulesFieldsProps) {
  const words = useWords();
  const text = words.order.rules;
  const circles: readonly { value: Circle; label: string }[] = [
    { value: "everyone", label: text.everyone },
    { value: "moderators", label: text.moderators },
  ];
  const slow = withCurrent(slowTerms, rules.slowModeMs);
  return (
    <>
      <SelectField<Circle>
        label={text.post}
        value={rules.post}
        options={[
          { value: "everyone", label: text.postEveryone },
          { value: "moderators", label: text.postModerators },
        ]}
        onChange={(post) => onChange({ post })}
      />
      <SelectField
        label={text.invite}
        value={rules.invite}
        options={circles}
        onChange={(invite) => onChange({ invite })}
      />
      <SelectField
        label={text.mentionAll}
        value={rules.mentionAll}
        options={circles}
        onChange={(mentionAll) => onChange({ mentionAll })}
      />
      <SelectField label={text.pin} value={rules.pin} options={circles} onChange={(pin) => onChange({ pin })} />
      <SelectField
        label={text.slow}
        value={String(rules.slowModeMs)}
        options={[
          { value: "0", label: text.slowOff },
          ...slow.map((term) => ({ value: String(term), label: termWords(words, term) })),
        ]}
        onChange={(chosen) => onChange({ slowModeMs: Number(chosen) })}
      />
      <Switch
        label={words.links.previews}
        hint={words.links.roomHint}
        isOn={rules.linkPreviews}
        onChange={(linkPreviews) => onChange({ linkPreviews })}
      />
    </>
  );
}
