import { z } from "zod";
import { command, event } from "./define.ts";
import { MessageId, RoomId } from "./ids.ts";
import { rates } from "./limits.ts";
import { messageSchema } from "./messages.ts";

export const linkPreviewRequests = {
  "preview:remove": command({
    summary:
      "Take the preview of its link off a message of mine, or as a moderator off anyone's. It does not come again.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, messageId: MessageId }),
    output: messageSchema,
  }),
} as const;

export const linkPreviewEvents = {
  "message:previewed": event({
    scope: "room",
    summary: "A message with the preview of its link, or from now on without one.",
    payload: messageSchema,
  }),
} as const;
