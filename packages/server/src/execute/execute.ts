import {
  type AnyId,
  type CommandName,
  events,
  foldHandle,
  type Limiter,
  limits,
  ParleyError,
  type QueryName,
  type Reply,
  type RequestDefinition,
  rates,
  requestNamed,
  type SignalName,
} from "@parley/contract";
import { Access } from "../access.ts";
import type { Cluster } from "../cluster/cluster.ts";
import {
  type Actor,
  AnswerInstead,
  type CommandContext,
  type CommandHandler,
  type Effect,
  type Live,
  type QueryContext,
  type QueryHandler,
  type ServerFacts,
  type Sight,
  type SignalHandler,
} from "../context.ts";
import { handlers } from "../features/index.ts";
import { limitedAddress } from "../lib/address.ts";
import type { Clock } from "../lib/clock.ts";
import { hasBrokenText } from "../lib/has-broken-text.ts";
import { isTooDeep } from "../lib/is-too-deep.ts";
import type { Logger } from "../lib/logger.ts";
import type { Site } from "../lib/origin.ts";
import type { Reader, Store, Writer } from "../store/store.ts";
import { EffectList } from "./effects.ts";
import { createRefusalLog } from "./refusal-log.ts";
import { toParleyError } from "./refusals.ts";

/** One request, from whichever transport. */
export interface Call {
  readonly name: string;
  readonly input: unknown;
  readonly actor: Actor | null;
  /** The caller's network address, for limiters. */
  readonly address: string;
  /** The page that it came from, if it is one of ours. */
  readonly site: Site | null;
  /** What signals act on. */
  readonly live: Live;
  /** The connection that it came on, if any: its commands are carried out in the order in which they came. */
  readonly line?: object;
}

export interface ExecuteDeps {
  readonly store: Store;
  readonly cluster: Cluster;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly newId: <T extends AnyId>() => T;
  readonly server: ServerFacts;
  readonly sight: Sight;
  readonly areLimitersOn: boolean;
  /** Validate what we send, too: in tests and development. */
  readonly areOutputsChecked: boolean;
  /** Carries out what follows a commit; called in commit order. */
  readonly follow: (effects: readonly Effect[]) => void;
}

export type Execute = (call: Call) => Promise<Reply>;

/** The one path that every request takes, whatever it came on. Never throws: what goes wrong is a reply. */
export function createExecute(deps: ExecuteDeps): Execute {
  const note = createRefusalLog(deps);
  return async (call) => {
    try {
      const definition = requestNamed(call.name);
      if (definition === undefined) throw new ParleyError("not_found", "There is no such request.");
      limit(deps, definition, call);
      if (definition.caller === "person" && call.actor === null)
        throw new ParleyError("unauthenticated", "Sign in first.");
      const input = validated(definition, call.input);
      const data = await run(deps, call, { definition, input });
      if (deps.areOutputsChecked) definition.output.parse(data);
      return { ok: true, data };
    } catch (error) {
      const refusal = toParleyError(error, { logger: deps.logger, request: call.name });
      await note(call, refusal, deps.clock.now());
      return { ok: false, error: refusal.toWire() };
    }
  };
}

function limit(deps: ExecuteDeps, definition: RequestDefinition, call: Call): void {
  if (!deps.areLimitersOn) return;
  const caller = call.actor?.user.id ?? limitedAddress(call.address);
  const keys = [`${call.name} ${caller}`];
  // Guessing one person's password from many addresses is limited by the person.
  if (call.name === "session:create") keys.push(`${call.name} to ${targetOf(call.input)}`);
  for (const key of keys) take(deps, key, definition.limiter);
}

function take(deps: ExecuteDeps, key: string, limiter: Limiter): void {
  if (!deps.areLimitersOn) return;
  const retryAfterMs = deps.cluster.take(key, limiter, deps.clock.now());
  if (retryAfterMs > 0)
    throw new ParleyError("rate_limited", "Too many at once. Wait a moment and try again.", { retryAfterMs });
}

function targetOf(input: unknown): string {
  const username = typeof input === "object" && input !== null && "username" in input ? input.username : "";
  return typeof username === "string" ? foldHandle(username.slice(0, limits.nameCharacters)) : "";
}

function validated(definition: RequestDefinition, raw: unknown): unknown {
  if (isTooDeep(raw, limits.packetDepth)) throw new ParleyError("invalid", "The input is nested too deeply.");
  if (hasBrokenText(raw)) throw new ParleyError("invalid", "A text cannot contain broken characters.");
  const parsed = definition.input.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  throw new ParleyError(
    "invalid",
    `${field === "" ? "The input" : field}: ${issue?.message ?? "not valid"}.`,
    field === "" ? {} : { field },
  );
}

function run(
  deps: ExecuteDeps,
  call: Call,
  { definition, input }: { definition: RequestDefinition; input: unknown },
): Promise<unknown> {
  switch (definition.kind) {
    case "query":
      return (handlers[call.name as QueryName] as QueryHandler<never>)(queryContext(deps, call), input as never);
    case "command":
      return runCommand(deps, call, input);
    case "signal":
      return runSignal(deps, call, input);
  }
}

async function runCommand(deps: ExecuteDeps, call: Call, input: unknown): Promise<unknown> {
  const handler = handlers[call.name as CommandName] as CommandHandler<never>;
  const inside =
    typeof handler === "function"
      ? (ctx: CommandContext) => handler(ctx as never, input as never)
      : await handler.prepare(queryContext(deps, call), input as never);
  const work = async (store: Writer) => {
    const effects = new EffectList();
    const data = await inside({ ...asking(deps, call, store), store, effects } as never);
    return { effects: effects.list, data };
  };
  const follow = ({ effects }: { effects: Effect[] }) => {
    if (effects.length > 0) deps.follow(effects);
  };
  try {
    const { effects, data } = await deps.store.transact(work, follow, call.line);
    if (deps.areOutputsChecked) checkEvents(effects);
    return data;
  } catch (error) {
    if (error instanceof AnswerInstead) return error.answer;
    throw error;
  }
}

async function runSignal(deps: ExecuteDeps, call: Call, input: unknown): Promise<unknown> {
  const handler = handlers[call.name as SignalName] as SignalHandler<never>;
  const { reader } = deps.store;
  const { actor, access } = asking(deps, call, reader);
  if (actor !== null) await handler({ actor, access, store: reader, live: call.live }, input as never);
  return {};
}

function queryContext(deps: ExecuteDeps, call: Call): QueryContext<never> {
  const countTry: QueryContext["countTry"] = (what, ofId) => take(deps, `${what} of ${ofId}`, rates.code);
  return { ...asking(deps, call, deps.store.reader), store: deps.store.reader, countTry } as QueryContext<never>;
}

function asking(deps: ExecuteDeps, call: Call, store: Reader) {
  // Nobody has the id that a stranger's access looks for.
  const now = deps.clock.now();
  const access = new Access(store, call.actor?.user.id ?? ("" as never), now);
  const { server, newId, sight } = deps;
  const { actor, site } = call;
  return { actor, site, access, now, server, newId, sight };
}

function checkEvents(effects: readonly Effect[]): void {
  for (const effect of effects) if ("event" in effect) events[effect.event[0]].payload.parse(effect.event[1]);
}
