import type { Rescheduling } from "@parley/client";
import type { FileId } from "@parley/contract";
import { useClient } from "../client-context.ts";
import { useAction } from "../use-action.ts";
import type { Deleted } from "./deleted-line.tsx";
import type { Waiting } from "./use-waiting.ts";

/** What can be done about one that waits, here or at the server. */
export function useWaitingActs(waiting: Waiting, onDeleted: (deleted: Deleted) => void) {
  const client = useClient();
  const action = useAction();
  const { outgoing, id, files, refusal, ...rest } = waiting;
  const here = async (key: string, change: Rescheduling) => {
    await client.reschedule(key, change);
    if (change === "never") onDeleted({ undo: null });
  };
  const send = () => client.call("scheduled:send", { id });
  const remove = async () => {
    await client.call("scheduled:remove", { id });
    const fileIds: FileId[] | undefined = files?.map((file) => file.id);
    const again = { ...rest, id, ...(fileIds && { files: fileIds }) };
    onDeleted({ undo: refusal === undefined ? () => client.call("scheduled:add", again) : null });
  };
  return {
    error: action.error,
    send: () => void action.run(outgoing ? () => here(outgoing.key, "now") : send),
    remove: () => void action.run(outgoing ? () => here(outgoing.key, "never") : remove),
  };
}
