import { useState } from "react";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/words.ts";

const HOUR = 3_600_000;

const expiries = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR, month: 30 * 24 * HOUR, never: null } as const;
const uses = { any: null, "1": 1, "5": 5, "10": 10, "25": 25, "100": 100 } as const;

export type Expiry = keyof typeof expiries;
export type Uses = keyof typeof uses;

/** For how long, and how often, an invitation that is being made shall work. */
export function useTerms() {
  const { invite } = useWords().directory;
  const [expiry, setExpiry] = useState<Expiry>("week");
  const [use, setUses] = useState<Uses>("any");
  return {
    expiry,
    setExpiry,
    expiryOptions: expiryOptions(invite),
    uses: use,
    setUses,
    usesOptions: (["1", "5", "10", "25", "100", "any"] as const).map((value) => ({
      value,
      label: value === "any" ? invite.usesAny : invite.usesTimes(uses[value]),
    })),
    input: { expiresInMs: expiries[expiry], maxUses: uses[use] },
  };
}

function expiryOptions(invite: Words["directory"]["invite"]): readonly { value: Expiry; label: string }[] {
  return (["hour", "day", "week", "month", "never"] as const).map((value) => ({ value, label: invite[value] }));
}
