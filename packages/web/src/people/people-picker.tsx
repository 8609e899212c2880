import { useId } from "react";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/words.ts";
import styles from "./people-picker.module.css";
import { PersonChip } from "./person-chip.tsx";
import { PersonOption } from "./person-option.tsx";
import { type Picker, type PickerOptions, usePicker } from "./use-picker.ts";

export interface PeoplePickerProps extends PickerOptions {
  /** What can be picked, where that is more than "one or more". */
  hint?: string;
}

/** Choose people by name. */
export function PeoplePicker({ hint, ...options }: PeoplePickerProps) {
  const { people } = useWords();
  const id = useId();
  const picker = usePicker(options);
  const { picked, most } = options;
  return (
    <div className={styles.picker}>
      <div className={styles.box}>
        {picked.map((user) => (
          <PersonChip key={user.id} user={user} onRemove={() => picker.giveBack(user)} />
        ))}
        <PickerInput id={id} picker={picker} placeholder={picked.length === 0 ? people.find : ""} />
      </div>
      <p id={`${id}-note`} className={styles.note} role="status">
        {picker.isFull ? people.tooMany(most) : note({ ...people, hint: hint ?? people.hint }, picker)}
      </p>
      <div id={`${id}-list`} className={styles.list} role="listbox" aria-label={people.results}>
        {picker.found.map((user, index) => (
          <PersonOption
            key={user.id}
            id={`${id}-${user.id}`}
            user={user}
            isActive={index === picker.active}
            onTake={() => picker.take(user)}
          />
        ))}
      </div>
    </div>
  );
}

function PickerInput({ id, picker, placeholder }: { id: string; picker: Picker; placeholder: string }) {
  const { people } = useWords();
  const active = picker.found[picker.active];
  return (
    <input
      className={styles.input}
      role="combobox"
      aria-label={people.find}
      aria-expanded={picker.found.length > 0}
      aria-controls={`${id}-list`}
      aria-autocomplete="list"
      aria-activedescendant={active && `${id}-${active.id}`}
      aria-describedby={`${id}-note`}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      dir="auto"
      data-autofocus
      placeholder={placeholder}
      value={picker.text}
      onChange={(event) => picker.setText(event.target.value)}
      onKeyDown={picker.onKeyDown}
    />
  );
}

function note(people: Words["people"], { text, found, hasUnoffered, isSettled }: Picker): string {
  if (found.length > 0) return people.hint;
  if (hasUnoffered) return people.everyoneIn;
  if (!isSettled) return people.searching;
  return text.trim() === "" ? people.alone : people.noMatch(text.trim());
}
