import { Check, MessagesSquare } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import styles from "../people/people-picker.module.css";
import { partnerOf } from "../rooms/room-look.ts";
import { RoomAvatar } from "../rooms/room-row.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { classes } from "../ui/classes.ts";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import marks from "./place-picker.module.css";
import { type Place, type PlacePickerOptions, usePlacePicker } from "./use-place-picker.ts";

/** Choose rooms, threads and people by name, several of them; Enter in the empty field is left to the form around it. */
export function PlacePicker(options: PlacePickerOptions) {
  const { organise } = useWords();
  const id = useId();
  const { text, setText, found, active, toggle, onKeyDown } = usePlacePicker(options);
  const chosen = found[active];
  return (
    <div className={styles.picker}>
      <div className={styles.box}>
        <input
          className={styles.input}
          role="combobox"
          aria-label={organise.findPlace}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={chosen && `${id}-${chosen.key}`}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="auto"
          data-autofocus
          placeholder={organise.findPlace}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={`${id}-list`}
        className={classes(styles.list, marks.list)}
        role="listbox"
        aria-multiselectable="true"
        aria-label={organise.places}
      >
        {found.map((place, index) => (
          <PlaceOption
            key={place.key}
            id={`${id}-${place.key}`}
            place={place}
            isActive={index === active}
            isPicked={options.picked.some(({ key }) => key === place.key)}
            onToggle={() => toggle(place)}
          />
        ))}
        {found.length === 0 && <p className={styles.note}>{organise.noPlace}</p>}
      </div>
    </div>
  );
}

interface PlaceOptionProps {
  id: string;
  place: Place;
  /** Enter toggles this one. */
  isActive: boolean;
  isPicked: boolean;
  onToggle: () => void;
}

/** The focus stays in the field above: keys are heard there. */
function PlaceOption({ id, place, isActive, isPicked, onToggle }: PlaceOptionProps) {
  const { organise } = useWords();
  const option = useRef<HTMLDivElement>(null);
  const partner = useClientState((state) => (place.kind === "room" ? partnerOf(state, place.entry) : undefined));
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same.
    <div
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isPicked}
      className={classes(styles.option, isActive && styles.active)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onToggle}
    >
      {place.kind === "room" && (
        <RoomAvatar state={place.entry.state} partner={partner} title={place.title} size={36} />
      )}
      {place.kind === "person" && (
        <Avatar name={place.title} seed={place.key} picture={place.person.avatar} size={36} />
      )}
      {place.kind === "thread" && (
        <span className={marks.thread}>
          <MessagesSquare size={20} aria-hidden="true" />
        </span>
      )}
      <span className={classes(styles.words, marks.words)}>
        <span className={styles.name} dir="auto">
          {place.title}
        </span>
        {place.kind === "thread" && (
          <span className={styles.handle} dir="auto">
            {organise.threadIn(place.room)}
          </span>
        )}
      </span>
      <span className={marks.mark} data-picked={isPicked} aria-hidden="true">
        {isPicked && <Check size={16} strokeWidth={3} />}
      </span>
    </div>
  );
}
