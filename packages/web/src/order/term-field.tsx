import { useState } from "react";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { Action } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { disciplineMs, type Length } from "./discipline-terms.ts";

export interface Term {
  length: Length;
  setLength: (length: Length) => void;
  /** Of the field for a moment, as the browser writes it: local time without a zone. */
  moment: string;
  setMoment: (moment: string) => void;
  /** Milliseconds from now; null for good; undefined when no fitting moment was chosen. */
  ms: () => number | null | undefined;
}

/** How long something shall last. */
export function useTerm(first: Length): Term {
  const [length, setLength] = useState<Length>(first);
  const [moment, setMoment] = useState("");
  return { length, setLength, moment, setMoment, ms: () => disciplineMs({ length, moment }, Date.now()) };
}

export interface TermFieldProps {
  label: string;
  lengths: readonly Length[];
  term: Term;
  action: Action;
}

/** One of a few lengths, or a moment. */
export function TermField({ label, lengths, term, action }: TermFieldProps) {
  const { terms } = useWords().order;
  return (
    <>
      <SelectField
        label={label}
        value={term.length}
        options={lengths.map((value) => ({ value, label: terms[value] }))}
        onChange={term.setLength}
      />
      {term.length === "until" && (
        <TextField
          label={terms.moment}
          name="moment"
          type="datetime-local"
          value={term.moment}
          error={action.field === "moment" ? action.error : null}
          onChange={(event) => term.setMoment(event.target.value)}
        />
      )}
    </>
  );
}
