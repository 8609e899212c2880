import type { Output } from "@parley/contract";
import { ParleyError } from "@parley/contract";
import { noteAct } from "../audit.ts";
import type { CommandContext, Handlers, ServerFacts } from "../context.ts";
import { emojiBy } from "../domain/emoji.ts";
import { areLinkPreviewsOn } from "../domain/link-previews.ts";
import type { Reader } from "../store/store.ts";

type ServerSettingRequest = "server:settings" | "server:change";

export const serverSettingHandlers: Pick<Handlers, ServerSettingRequest> = {
  async "server:settings"(ctx) {
    await ctx.access.administrator();
    return settingsOf(ctx);
  },

  async "server:change"(ctx, { linkPreviews, emojiBy: by }) {
    await ctx.access.administrator();
    if (linkPreviews !== undefined) await setLinkPreviews(ctx, linkPreviews);
    if (by !== undefined) {
      await ctx.store.serverSettings.set("emojiBy", by);
      await noteAct(ctx, { act: "server:change", detail: `Let ${by} add emoji.` });
    }
    return settingsOf(ctx);
  },
};

async function setLinkPreviews(ctx: CommandContext, isOn: boolean): Promise<void> {
  if (ctx.server.linkPreviews !== null)
    throw new ParleyError("conflict", "The configuration of this server decides that: PARLEY_LINK_PREVIEWS.");
  await ctx.store.serverSettings.set("linkPreviews", isOn ? "on" : "off");
  await noteAct(ctx, { act: "server:change", detail: `Turned link previews ${isOn ? "on" : "off"}.` });
}

async function settingsOf(ctx: {
  readonly store: Reader;
  readonly server: ServerFacts;
}): Promise<Output<"server:settings">> {
  const { linkPreviews } = ctx.server;
  const chosen = await ctx.store.serverSettings.all();
  const isOn = areLinkPreviewsOn(chosen, linkPreviews);
  return { linkPreviews: { isOn, isFixed: linkPreviews !== null }, emojiBy: emojiBy(chosen) };
}
