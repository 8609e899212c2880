import type { SessionId } from "@parley/contract";
import type { Actor } from "./context.ts";
import type { Clock } from "./lib/clock.ts";
import { digestOf } from "./lib/secrets.ts";
import type { Store } from "./store/store.ts";

/** A session is believed for so long without asking the database again; an ended one is forgotten at once. */
const believedMs = 30_000;
/** The last use is noted no more often than this. */
const notedMs = 5 * 60_000;
const mostRemembered = 50_000;

export interface Authenticator {
  /** Who holds this token; null for nobody. */
  actorOf(token: string): Promise<Actor | null>;
  forget(sessionIds: readonly SessionId[]): void;
}

export function createAuthenticator(store: Store, clock: Clock): Authenticator {
  const remembered = new Map<string, { actor: Actor; until: number }>();
  const digests = new Map<SessionId, string>();
  /** How often sessions have ended: what was read before one of them is not to be believed afterwards. */
  let endings = 0;

  function remember(digest: string, actor: Actor): void {
    remembered.set(digest, { actor, until: clock.now() + believedMs });
    digests.set(actor.sessionId, digest);
    if (remembered.size <= mostRemembered) return;
    for (const [oldest, { actor: old }] of remembered) {
      remembered.delete(oldest);
      digests.delete(old.sessionId);
      break;
    }
  }

  return {
    async actorOf(token) {
      const digest = digestOf(token);
      const known = remembered.get(digest);
      if (known !== undefined && known.until > clock.now()) return known.actor;
      const before = endings;
      const found = await store.reader.sessions.find(digest);
      if (found === undefined) return null;
      const actor: Actor = { user: found.user, sessionId: found.sessionId };
      if (endings === before) remember(digest, actor);
      // Not awaited: nobody waits for a note, and a lost one is made again at the next use.
      if (clock.now() - found.usedAt > notedMs)
        store.transact((writer) => writer.sessions.touch(found.sessionId, clock.now())).catch(() => undefined);
      return actor;
    },
    forget(sessionIds) {
      endings += 1;
      for (const sessionId of sessionIds) {
        const digest = digests.get(sessionId);
        if (digest !== undefined) remembered.delete(digest);
        digests.delete(sessionId);
      }
    },
  };
}
