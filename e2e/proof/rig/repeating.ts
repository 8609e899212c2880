import { DatabaseSync } from "node:sqlite";

/**
 * All that has been said in a room again and again, up to this number of messages, with its files and reactions: in the
 * database of a server that is away. Who asked for many messages one by one would wait for minutes.
 */
export function repeatMessages(path: string, roomId: string, count: number): void {
  const database = new DatabaseSync(path);
  const room = database.prepare("select last_seq as seq, last_rev as rev from rooms where id = ?").get(roomId);
  const { seq, rev } = room as { seq: number; rev: number };
  const numbers = `with recursive numbers(n) as (select ${seq + 1} union all select n + 1 from numbers where n < ${count})`;
  const again = `numbers join messages as known on known.room_id = '${roomId}' and known.seq = 1 + (n - 1) % ${seq}`;
  const id = `'${roomId.slice(0, 24)}' || substr('000000000000' || n, length('000000000000' || n) - 11)`;
  database.exec(`
    begin;
    insert into messages (id, room_id, seq, rev, sender_id, body, sent_at, files, sticker, preview, reply_to)
      ${numbers}
      select ${id}, '${roomId}', n, ${rev} + n, sender_id, body, sent_at + n, files, sticker, preview,
        n - known.seq + reply_to
      from ${again};
    insert into file_uses (file_id, room_id, seq, shelf)
      ${numbers}
      select file_id, '${roomId}', n, shelf
      from ${again} join file_uses as used on used.room_id = '${roomId}' and used.seq = known.seq;
    insert into reactions (room_id, seq, emoji, user_id, reacted_at, rev, kind_rev)
      ${numbers}
      select '${roomId}', n, emoji, user_id, reacted_at, ${rev} + n, ${rev} + n
      from ${again} join reactions as given on given.room_id = '${roomId}' and given.seq = known.seq;
    update rooms set last_seq = ${count}, last_rev = ${rev + count} where id = '${roomId}';
    insert or replace into search_progress (room_id, rev) values ('${roomId}', ${rev + count});
    commit;`);
  database.close();
}

/** As if the server had looked up what is behind the link of this message. */
export function showPreview(path: string, { roomId, seq }: { roomId: string; seq: number }, preview: object): void {
  const database = new DatabaseSync(path, { timeout: 10_000 });
  database
    .prepare("update messages set preview = ? where room_id = ? and seq = ?")
    .run(JSON.stringify(preview), roomId, seq);
  database.close();
}
