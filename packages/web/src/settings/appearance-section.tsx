import { useEffect } from "react";
import { applyAppearance } from "../appearance.ts";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { Switch } from "../ui/switch.tsx";
import { languages } from "../words/languages.ts";
import { useWords } from "../words/use-words.ts";
import { Section, Setting } from "./section.tsx";
import { useSettings } from "./use-settings.ts";

export function AppearanceSection() {
  const words = useWords().settings;
  const { settings, change } = useSettings();
  const { theme, contrast } = settings;
  // At once, rather than when the server has answered.
  useEffect(() => applyAppearance({ theme, contrast }), [theme, contrast]);
  return (
    <Section title={words.appearance}>
      <Setting label={words.theme}>
        <SegmentedControl
          label={words.theme}
          value={theme}
          options={[
            { value: "system", label: words.themeSystem },
            { value: "light", label: words.themeLight },
            { value: "dark", label: words.themeDark },
          ]}
          onChange={(value) => change({ theme: value })}
        />
      </Setting>
      <Switch
        label={words.contrast}
        hint={words.contrastHint}
        isOn={contrast === "high"}
        onChange={(isOn) => change({ contrast: isOn ? "high" : "normal" })}
      />
      <Setting label={words.language}>
        <SelectField
          isLabelHidden
          label={words.language}
          value={settings.language}
          options={[
            { value: "system", label: words.languageSystem },
            ...languages.map(({ tag, name }) => ({ value: tag, label: name })),
          ]}
          onChange={(language) => change({ language })}
        />
      </Setting>
    </Section>
  );
}
