import { ParleyError, type Reply, requestNamed } from "@parley/contract";
import type { Socket } from "socket.io";
import type { Execute } from "../execute/execute.ts";
import { LiveConnection, type LiveParts } from "./live.ts";

/**
 * Every packet of every connection comes through here; one function for all, because a listener per connection is
 * memory per connection. Nothing is ever sent back raw, and nothing that a client sends can throw past this point.
 */
export function createDispatch(execute: Execute, parts: LiveParts) {
  return function dispatch(this: Socket, name: unknown, ...args: unknown[]): void {
    const last = args.at(-1);
    const acknowledge = typeof last === "function" ? (last as (reply: Reply) => void) : null;
    const inputs = acknowledge === null ? args : args.slice(0, -1);
    const refusal = refusalOf(name, inputs, acknowledge !== null);
    if (refusal !== null) {
      acknowledge?.({ ok: false, error: refusal.toWire() });
      return;
    }
    const { actor, address, site, whenJoined } = this.data;
    const run = () =>
      execute({
        name: name as string,
        input: inputs[0] ?? {},
        actor,
        address,
        site,
        live: new LiveConnection(parts, actor?.user.id, this),
        line: this,
      });
    // A snapshot read before the connection hears its rooms would miss what happens in between.
    // A connection that was refused its rooms is closed by then, and nothing more is done for it.
    const reply = whenJoined === null ? run() : whenJoined.then(() => (this.connected ? run() : null));
    void reply.then((answer: Reply | null) => answer !== null && acknowledge?.(answer));
  };
}

/** What is wrong with the shape of a packet, before its content is looked at. */
function refusalOf(name: unknown, inputs: readonly unknown[], hasAck: boolean): ParleyError | null {
  const definition = typeof name === "string" ? requestNamed(name) : undefined;
  if (definition === undefined) return new ParleyError("not_found", "There is no such request.");
  if (inputs.length > 1) return new ParleyError("invalid", "A request has one input.");
  // What changes or asks without wanting an answer is a mistake; a signal has none to give.
  if (!hasAck && definition.kind !== "signal") return new ParleyError("invalid", "A request needs an acknowledgement.");
  return null;
}
