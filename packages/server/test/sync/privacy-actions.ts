/** What three people may do, at random. */
import fc from "fast-check";

/** A room of them all, and their private conversations. */
export type Place = "all" | `${number}${number}`;

export const actions = fc
  .record({
    what: fc.constantFrom(
      ...(["block", "block", "unblock", "ask", "accept", "remove"] as const),
      ...(["join", "leave", "hide", "send", "send", "send", "read", "read", "read", "type", "type"] as const),
    ),
    who: fc.nat(2),
    step: fc.integer({ min: 1, max: 2 }),
    isDirect: fc.boolean(),
    how: fc.record({ isInvisible: fc.boolean(), receipts: fc.boolean(), typing: fc.boolean() }),
  })
  .map(({ what, who, step, isDirect, how }) => {
    const whom = (who + step) % 3;
    const place: Place = isDirect ? `${Math.min(who, whom)}${Math.max(who, whom)}` : "all";
    return { what, who, whom, place, how };
  });

type Drawn = typeof actions extends fc.Arbitrary<infer A> ? A : never;

/** `stop`: whoever began to write stops. */
export type Action = Omit<Drawn, "what"> & { readonly what: Drawn["what"] | "stop" };

/** Whoever begins to write stops before anything else happens: what was told then would go out with the next news. */
export function withStops(list: readonly Action[]): Action[] {
  return list.flatMap((action) => (action.what === "type" ? [action, { ...action, what: "stop" }] : [action]));
}
