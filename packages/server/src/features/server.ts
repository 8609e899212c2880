import { ParleyError, type RoomId, type UserId } from "@parley/contract";
import { beginSession, createPerson } from "../accounts.ts";
import type { CommandContext, Handlers } from "../context.ts";
import { personName, roomName } from "../domain/names.ts";
import { serverInfo } from "../domain/server-info.ts";
import { hashPassword } from "../lib/passwords.ts";
import { isSameSecret } from "../lib/secrets.ts";
import { enterRoom } from "../membership.ts";

export const serverHandlers: Pick<Handlers, "server:describe" | "server:setup"> = {
  "server:describe": async (ctx) => serverInfo(await ctx.store.serverSettings.all(), ctx.server),

  "server:setup": {
    async prepare(ctx, input) {
      if (!isSameSecret(input.token, ctx.server.setupToken)) {
        throw new ParleyError(
          "link_invalid",
          "This set-up link is not valid. The server prints the right one when it starts.",
        );
      }
      const name = personName(input.username);
      const passwordHash = await hashPassword(input.password);
      return async (command) => {
        const { serverSettings } = command.store;
        const isSetUp = (await serverSettings.all()).ownerId !== undefined;
        if (isSetUp) throw new ParleyError("conflict", "This server is set up already. Sign in instead.");
        const owner = await createPerson(command, name, { passwordHash, role: "owner" });
        await serverSettings.set("ownerId", owner.id);
        await serverSettings.set("serverName", input.serverName);
        await serverSettings.set("registration", input.registration);
        const lobbyId = await createLobby(command, owner.id);
        await enterRoom(command, lobbyId, { user: owner, role: "owner" });
        return beginSession(command, owner, input.device);
      };
    },
  },
};

async function createLobby(ctx: CommandContext<unknown>, createdBy: UserId): Promise<RoomId> {
  const id = ctx.newId<RoomId>();
  const name = roomName("lobby", "public");
  await ctx.store.rooms.insert({
    id,
    kind: "public",
    ...name,
    topic: "",
    isLobby: true,
    directKey: null,
    createdBy,
    now: ctx.now,
  });
  await ctx.store.serverSettings.set("lobbyId", id);
  return id;
}
