import { keyNames } from "../keys.ts";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { useWords } from "../words/use-words.ts";
import { Section, Setting } from "./section.tsx";
import { useSettings } from "./use-settings.ts";

export function WritingSection() {
  const words = useWords().settings;
  const { settings, change } = useSettings();
  const { sendKey } = settings;
  return (
    <Section title={words.composer}>
      <Setting label={words.sendKey} hint={sendKey === "enter" ? words.sendEnterHint : words.sendModEnterHint}>
        <SegmentedControl
          label={words.sendKey}
          value={sendKey}
          options={[
            { value: "enter", label: words.sendEnter },
            { value: "mod-enter", label: keyNames("Mod+Enter") },
          ]}
          onChange={(value) => change({ sendKey: value })}
        />
      </Setting>
    </Section>
  );
}
