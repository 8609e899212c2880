import { type Input, newId, type Reply, type RequestName, type RoomId, type UserId } from "@parley/contract";
import { type LeanSocket, openLean } from "./lean-socket.ts";
import { type Account, makeAccounts, request, setUp } from "./parley.ts";

/** A signed-in connection that can be asked. */
export interface Caller {
  readonly account: Account;
  readonly socket: LeanSocket;
  /** The server's reply, or undefined when the connection ends before it. */
  call<N extends RequestName>(name: N, input: Input<N>): Promise<Reply | undefined>;
}

export async function openCaller(port: number, account: Account): Promise<Caller> {
  let next = 1;
  const waiting = new Map<number, (reply: Reply | undefined) => void>();
  const socket = await openLean({
    port,
    token: account.token,
    auth: { token: account.token },
    onPacket: (buffer, start, end) => {
      const packet = buffer.toString("utf8", start, end);
      const ack = packet.match(/^43(\d+)/);
      if (!ack) return;
      waiting.get(Number(ack[1]))?.((JSON.parse(packet.slice(ack[0].length)) as [Reply])[0]);
      waiting.delete(Number(ack[1]));
    },
  });
  void socket.closed.then(() => {
    for (const settle of waiting.values()) settle(undefined);
    waiting.clear();
  });
  return {
    account,
    socket,
    call: (name, input) =>
      new Promise((resolve) => {
        if (!socket.isOpen()) return resolve(undefined);
        const ack = next++;
        waiting.set(ack, resolve);
        socket.send(`42${ack}${JSON.stringify([name, input])}`);
      }),
  };
}

/** An owner, `count` people, and one room with all of them in it. */
export async function makeRoomOf(
  port: number,
  count: number,
): Promise<{ owner: Account; people: Account[]; roomId: RoomId }> {
  const owner = await setUp(port);
  const people = await makeAccounts(port, count);
  const roomId = newId<RoomId>(Date.now());
  await request(port, {
    name: "room:create",
    input: { id: roomId, kind: "private", name: "harbour" },
    token: owner.token,
  });
  for (let at = 0; at < people.length; at += 50) {
    const userIds = people.slice(at, at + 50).map((person) => person.id as UserId);
    await request(port, { name: "member:add", input: { roomId, userIds }, token: owner.token });
  }
  return { owner, people, roomId };
}
