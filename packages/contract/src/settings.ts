import { z } from "zod";
import { command, event } from "./define.ts";
import { rates } from "./limits.ts";
import { settingsSchema } from "./users.ts";

export const settingsRequests = {
  "settings:change": command({
    summary: "Change some of my settings; the others stay.",
    caller: "person",
    limiter: rates.write,
    input: settingsSchema.partial(),
    output: settingsSchema,
  }),
} as const;

export const settingsEvents = {
  "settings:changed": event({
    scope: "person",
    summary: "My settings, whole, after a change on any device.",
    payload: z.strictObject({ rev: z.number().int(), settings: settingsSchema }),
  }),
} as const;
