import { z } from "zod";
import { command, event, query } from "./define.ts";
import { UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { userSchema } from "./users.ts";

/**
 * How I stand to one other person. `friend`: both agreed. `asked`: I asked them. `asking`: they asked me. `blocked`: I
 * want nothing of them. Whom somebody blocked is told to nobody else.
 */
export const relationSchema = z.strictObject({
  userId: UserId,
  kind: z.enum(["friend", "asked", "asking", "blocked"]),
  /** What was written with the request; empty otherwise. */
  line: z.string(),
  since: z.number().int(),
});
export type Relation = z.infer<typeof relationSchema>;

const other = z.strictObject({ userId: UserId });
const relation = z.strictObject({ relation: relationSchema.nullable() });

export const friendRequests = {
  "friend:ask": command({
    summary: "Ask somebody to be my friend. If they have asked me, we are friends.",
    caller: "person",
    limiter: rates.create,
    input: z.strictObject({ userId: UserId, line: z.string().max(limits.lineCharacters).default("") }),
    output: relation,
  }),
  "friend:accept": command({
    summary: "Accept a request.",
    caller: "person",
    limiter: rates.write,
    input: other,
    output: relation,
  }),
  "friend:decline": command({
    summary: "Decline a request; they are not told.",
    caller: "person",
    limiter: rates.write,
    input: other,
    output: relation,
  }),
  "friend:cancel": command({
    summary: "Take a request of mine back.",
    caller: "person",
    limiter: rates.write,
    input: other,
    output: relation,
  }),
  "friend:remove": command({
    summary: "Be friends no more; they are not told, but see it.",
    caller: "person",
    limiter: rates.write,
    input: other,
    output: relation,
  }),
  "friend:suggest": query({
    summary: "People in rooms with me who are not my friends yet, those with most rooms in common first; at most 20.",
    caller: "person",
    limiter: rates.search,
    input: z.strictObject({}),
    output: z.strictObject({
      suggestions: z.array(z.strictObject({ user: userSchema, sharedRooms: z.number().int() })),
    }),
  }),
} as const;

export const blockRequests = {
  "block:add": command({
    summary: "Block somebody: neither of us reaches or sees the other, friendship and requests end. They are not told.",
    caller: "person",
    limiter: rates.write,
    input: other,
    output: relation,
  }),
  "block:remove": command({
    summary: "Unblock somebody. What was withheld meanwhile stays so.",
    caller: "person",
    limiter: rates.write,
    input: other,
    output: relation,
  }),
} as const;

export const friendEvents = {
  "relation:changed": event({
    scope: "person",
    summary: "How I stand to somebody; null for nothing. After `blocked` comes or goes, counts must be fetched anew.",
    payload: z.strictObject({
      rev: z.number().int(),
      userId: UserId,
      relation: relationSchema.nullable(),
      user: userSchema,
    }),
  }),
} as const;
