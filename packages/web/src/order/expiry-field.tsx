import { SelectField } from "../ui/select-field.tsx";
import { useWords } from "../words/use-words.ts";
import { expiryTerms, termWords, withCurrent } from "./terms.ts";

export interface ExpiryFieldProps {
  /** Milliseconds; null for never. */
  value: number | null;
  onChange: (value: number | null) => void;
}

/** After how long messages disappear. */
export function ExpiryField({ value, onChange }: ExpiryFieldProps) {
  const words = useWords();
  const { expiry } = words.order;
  const terms = withCurrent(expiryTerms, value);
  return (
    <SelectField
      label={expiry.label}
      value={String(value ?? 0)}
      options={[
        { value: "0", label: expiry.never },
        ...terms.map((term) => ({ value: String(term), label: termWords(words, term) })),
      ]}
      onChange={(chosen) => onChange(chosen === "0" ? null : Number(chosen))}
    />
  );
}
