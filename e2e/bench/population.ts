import { createHash } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { newId, type RoomId, type UserId } from "@parley/contract";
import { freePort, makeAccounts, request, setUp, startParley } from "../proof/rig/parley.ts";
import { body, type Layout } from "./target.ts";

/** People and rooms of a data folder, made without asking the server one by one. */
export interface Population {
  readonly tokens: readonly string[];
  readonly userIds: readonly string[];
  /** Ids of each layout's rooms, in its order. */
  readonly rooms: ReadonlyMap<string, readonly string[]>;
}

export interface PopulationPlan {
  readonly people: number;
  readonly layouts: readonly Layout[];
  /** Stored messages, spread over so many rooms that everyone of the first hundred is in. */
  readonly history?: History;
}

interface History {
  readonly messages: number;
  readonly rooms: number;
  /** What a room's message of this number says, and when; otherwise all say the same, now. */
  readonly said?: (seq: number) => { readonly body: string; readonly sentAt: number };
}

type Row = Record<string, SQLInputValue>;

/**
 * Lets the server make its database, one account and one room of each kind, and then copies those rows: the columns are
 * the server's own, whatever they are by now, and ten thousand people do not cost ten thousand password hashes.
 */
export async function populate(data: string, plan: PopulationPlan): Promise<Population> {
  const port = await freePort();
  const server = await startParley({ data, port });
  const owner = await setUp(port);
  const [model] = await makeAccounts(port, 1, "model");
  if (model === undefined) throw new Error("no account");
  const roomId = newId<RoomId>(Date.now());
  await request(port, {
    name: "room:create",
    input: { id: roomId, kind: "private", name: "model" },
    token: owner.token,
  });
  await request(port, { name: "member:add", input: { roomId, userIds: [model.id as UserId] }, token: owner.token });
  const direct = await request(port, {
    name: "room:create-direct",
    input: { userIds: [model.id as UserId] },
    token: owner.token,
  });
  await server.end("SIGTERM");
  const database = new DatabaseSync(join(data, "parley.db"));
  database.exec("pragma synchronous = off; begin");
  const sower = createSower(database, { userId: model.id, token: model.token, roomId, directId: direct.room.id });
  const people = Array.from({ length: plan.people }, (_, at) => sower.person(at));
  const rooms = new Map(
    plan.layouts.map((layout) => [
      layout.name,
      layout.rooms.map((members) =>
        sower.room(
          members.map((member) => people[member]?.id ?? ""),
          { isDirect: layout.isDirect },
        ),
      ),
    ]),
  );
  if (plan.history)
    sower.history(
      people.slice(0, 100).map((person) => person.id),
      plan.history,
    );
  sower.lobby(people.map((person) => person.id));
  database.exec("commit; pragma wal_checkpoint(truncate)");
  database.close();
  return { tokens: people.map((person) => person.token), userIds: people.map((person) => person.id), rooms };
}

interface Models {
  readonly userId: string;
  readonly token: string;
  readonly roomId: string;
  readonly directId: string;
}

function createSower(database: DatabaseSync, models: Models) {
  const rowOf = (sql: string, ...values: SQLInputValue[]): Row => {
    const row = database.prepare(sql).get(...values);
    if (row === undefined) throw new Error(`no row: ${sql}`);
    return { ...row } as Row;
  };
  const user = rowOf("select * from users where id = ?", models.userId);
  const session = rowOf("select * from sessions where user_id = ?", models.userId);
  const room = rowOf("select * from rooms where id = ?", models.roomId);
  const direct = rowOf("select * from rooms where id = ?", models.directId);
  const member = rowOf("select * from members where room_id = ? and user_id = ?", models.roomId, models.userId);
  const lobbyId = String(rowOf("select id from rooms where is_lobby = 1").id);
  const digest = (token: string): string => createHash("sha256").update(token).digest("base64url");
  if (digest(models.token) !== session.token_digest) throw new Error("session tokens are stored in another way by now");
  const insert = inserter(database);
  const join = (roomId: string, userIds: readonly string[]): void => {
    userIds.forEach((userId, at) => {
      insert("members", { ...member, room_id: roomId, user_id: userId, rev: at + 1 });
    });
    database
      .prepare("update rooms set member_count = member_count + ?, last_rev = last_rev + ? where id = ?")
      .run(userIds.length, userIds.length, roomId);
  };
  return {
    person: (at: number): { id: string; token: string } => {
      const id = newId(Date.now());
      const name = `sown${at}`;
      const skeleton = `${name}-skeleton`;
      insert("users", { ...user, id, handle: name, skeleton, name, name_skeleton: skeleton });
      const token = `sown-token-${String(at).padStart(32, "0")}`;
      insert("sessions", { ...session, id: newId(Date.now()), user_id: id, token_digest: digest(token) });
      return { id, token };
    },
    room: (userIds: readonly string[], { isDirect }: { isDirect: boolean }): string => {
      const id = newId(Date.now());
      const key = isDirect ? [...userIds].sort().join(" ") : null;
      insert("rooms", {
        ...(isDirect ? direct : room),
        id,
        direct_key: key,
        member_count: 0,
        last_rev: 0,
        last_seq: 0,
      });
      join(id, userIds);
      return id;
    },
    lobby: (userIds: readonly string[]): void => join(lobbyId, userIds),
    history: (userIds: readonly string[], { messages, rooms, said }: History): void => {
      const each = Math.ceil(messages / rooms);
      for (let at = 0; at < rooms; at += 1) {
        const id = newId(Date.now());
        insert("rooms", { ...room, id, member_count: 0, last_rev: 0, last_seq: 0 });
        join(id, userIds);
        const revs = userIds.length;
        for (let seq = 1; seq <= each; seq += 1) {
          const message = said?.(seq) ?? { body, sentAt: Date.now() };
          insert("messages", {
            id: newId(Date.now()),
            room_id: id,
            seq,
            rev: revs + seq,
            sender_id: userIds[seq % userIds.length] ?? "",
            body: message.body,
            sent_at: message.sentAt,
          });
        }
        database.prepare("update rooms set last_seq = ?, last_rev = ? where id = ?").run(each, revs + each, id);
      }
    },
  };
}

function inserter(database: DatabaseSync): (table: string, row: Row) => void {
  const statements = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  return (table, row) => {
    const key = `${table} ${Object.keys(row)}`;
    let statement = statements.get(key);
    if (statement === undefined) {
      const columns = Object.keys(row);
      statement = database.prepare(`insert into ${table} (${columns}) values (${columns.map(() => "?")})`);
      statements.set(key, statement);
    }
    statement.run(...Object.values(row));
  };
}
