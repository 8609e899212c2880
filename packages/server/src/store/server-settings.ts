import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const listAll = prepared<object>()((db) => db.selectFrom("server_settings").select(["name", "value"]));

const upsert = prepared<{ name: string; value: string }>()((db, p) =>
  db
    .insertInto("server_settings")
    .values({ name: p.name, value: p.value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: p.value })),
);

/** What is set for the whole server, by name. */
export type ServerSettings = Partial<
  Record<"serverName" | "registration" | "ownerId" | "lobbyId" | "linkPreviews" | "emojiBy" | "stickersRev", string>
>;

export class ServerSettingReads extends Noun {
  async all(): Promise<ServerSettings> {
    return Object.fromEntries((await listAll.all(this.runner, {})).map((row) => [row.name, row.value]));
  }
}

export class ServerSettingWrites extends ServerSettingReads {
  async set(name: keyof ServerSettings, value: string): Promise<void> {
    await upsert.run(this.runner, { name, value });
  }
}
