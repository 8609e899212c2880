/** A room with more messages than anybody would send in a test. */
import type { RoomId, UserId } from "@parley/contract";
import type { TestData } from "../database.ts";

/** Puts `count` messages, by each sender in turn, into an empty room. */
export async function fill(
  data: TestData,
  { roomId, senderIds, count }: { roomId: RoomId; senderIds: readonly UserId[]; count: number },
): Promise<void> {
  const [room] = await data.sql(`select last_rev from rooms where id = '${roomId}'`);
  const rev = Number(room?.last_rev ?? 0);
  const stem = roomId.slice(0, 24);
  const senders = senderIds.map((id, at) => `when ${at} then '${id}'`).join(" ");
  await data.sql(
    `insert into messages (id, room_id, seq, rev, sender_id, body, sent_at)
     with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})
     select '${stem}' || substr('000000000000' || n, length('000000000000' || n) - 11), '${roomId}', n, ${rev} + n,
       case (n + ${senderIds.length - 1}) % ${senderIds.length} ${senders} end, 'Number ' || n, 1 from numbers`,
  );
  await data.sql(`update rooms set last_seq = ${count}, last_rev = ${rev + count} where id = '${roomId}'`);
}
