import { limits, type Profile } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextArea, TextField } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { type Action, useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./profile.module.css";
import { timeZones } from "./time-zones.ts";

interface Fields {
  name: string;
  handle: string;
  bio: string;
  timeZone: string;
}

type FieldName = keyof Fields;

/** Saved when I say so: a name that changes with every letter would be seen by everybody. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const { profile: words } = useWords();
  const { fields, set, action, save, hasChanged } = useProfileForm(profile);
  const field = (name: FieldName) => ({
    error: action.field === name ? action.error : null,
    value: fields[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });
  const isAtField = action.field !== null && action.field in fields;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={words.name}
        hint={words.nameHint}
        maxLength={limits.nameCharacters}
        autoComplete="nickname"
        {...field("name")}
      />
      <TextField
        label={words.handle}
        hint={words.handleHint}
        maxLength={limits.nameCharacters}
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        before={<span aria-hidden="true">@</span>}
        {...field("handle")}
      />
      <TextArea
        label={words.bio}
        hint={words.bioHint(limits.bioCharacters - fields.bio.length)}
        maxLength={limits.bioCharacters}
        {...field("bio")}
      />
      <SelectField
        label={words.timeZone}
        value={fields.timeZone}
        options={[
          { value: "", label: words.noTimeZone },
          ...timeZones(profile.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
        ]}
        onChange={(timeZone) => set({ timeZone })}
      />
      <p className={styles.hint}>{words.timeZoneHint}</p>
      {action.error !== null && !isAtField && <Banner kind="danger">{action.error}</Banner>}
      <Button look="primary" type="submit" className={styles.save} disabled={!hasChanged} isBusy={action.isBusy}>
        {words.save}
      </Button>
    </form>
  );
}

function useProfileForm(profile: Profile) {
  const { profile: words } = useWords();
  const client = useClient();
  const toast = useToast();
  const action: Action = useAction();
  const [saved, setSaved] = useState<Fields>(() => fieldsOf(profile));
  const [fields, setFields] = useState(saved);
  const changed = Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== saved[name as FieldName]),
  ) as Partial<Fields>;
  const save = () =>
    void action.run(async () => {
      const { timeZone, ...rest } = changed;
      const zone = timeZone === undefined ? {} : { timeZone: timeZone === "" ? null : timeZone };
      const next = fieldsOf(await client.call("profile:change", { ...rest, ...zone }));
      setSaved(next);
      setFields(next);
      toast({ text: words.saved });
    });
  return {
    fields,
    set: (part: Partial<Fields>) => setFields((before) => ({ ...before, ...part })),
    action,
    save,
    hasChanged: Object.keys(changed).length > 0,
  };
}

function fieldsOf({ user, bio, timeZone }: Profile): Fields {
  return { name: user.name, handle: user.handle, bio, timeZone: timeZone ?? "" };
}
