import { ParleyError } from "@parley/contract";
import { mustFit } from "../messages.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { OutboxRequest } from "../state.ts";

/** What is to become of a message that was to go later, and waits here for its files. */
export type Rescheduling = "now" | "never" | { readonly body: string; readonly sendAt: number | null };

/**
 * Another one in its place, with the same files. Once they are at the server, so may be the message: then it is changed
 * there.
 */
export async function reschedule(outbox: Outbox, key: string, change: Rescheduling): Promise<void> {
  const item = outbox.find(key);
  if (!item?.files || item.request.name !== "scheduled:add") return;
  if (item.areFilesUp !== false && item.status !== "failed")
    throw new ParleyError("unavailable", "It is on its way to the server. Try again in a moment.");
  if (change !== "never") {
    if (change !== "now" && change.body !== "") mustFit(change.body);
    await outbox.add(changed(item.request, change), { files: item.files });
  }
  await outbox.discard(key);
}

function changed(
  { input: { sendAt: _, ...post } }: OutboxRequest<"scheduled:add">,
  change: Exclude<Rescheduling, "never">,
): OutboxRequest {
  if (change === "now") return { name: "message:send", input: post };
  return { name: "scheduled:add", input: { ...post, ...change } };
}
