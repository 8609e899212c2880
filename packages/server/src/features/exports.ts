import type { Handlers } from "../context.ts";
import { shownExport } from "../domain/exports.ts";

export const exportHandlers: Pick<Handlers, "export:start" | "export:show"> = {
  async "export:start"({ store, actor, effects, now }) {
    const { id } = actor.user;
    await store.exports.begin(id, now);
    const shown = shownExport(await store.exports.find(id), now);
    effects.tell(id, "export:changed", shown);
    effects.due("export", now);
    return shown;
  },

  "export:show": async ({ store, actor, now }) => shownExport(await store.exports.find(actor.user.id), now),
};
