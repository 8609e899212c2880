import { type LeanSocket, openLean } from "../rig/lean-socket.ts";
import { type Account, password, request } from "../rig/parley.ts";
import { clientFrame } from "../rig/websocket.ts";

/** Somebody with an account and no manners, who comes back however often they are thrown out. */
export interface Attacker {
  readonly token: () => string;
  /** Writes packets, the last one apart; each time waits until the server answers a request after them, or hangs up. */
  attack(packets: readonly Buffer[]): Promise<void>;
  readonly counts: {
    sent: number;
    answered: number;
    refused: number;
    internal: number;
    hungUp: number;
    silent: number;
  };
  close(): void;
}

const okReply = Buffer.from('"ok":true');
const defect = Buffer.from('"code":"internal"');
const refusal = Buffer.from('"ok":false');

export function createAttacker(port: number, account: Account): Attacker {
  let { token, username } = account;
  let lives = 1;
  let socket: LeanSocket | undefined;
  let answered = (): void => {};
  let fence = 0;
  const counts = { sent: 0, answered: 0, refused: 0, internal: 0, hungUp: 0, silent: 0 };

  const open = async (): Promise<LeanSocket> => {
    const options = {
      port,
      auth: { token },
      token,
      onPacket: (buffer: Buffer, start: number, end: number): void => {
        const packet = buffer.subarray(start, end);
        if (packet[1] !== 0x33) return;
        if (packet.includes(okReply)) counts.answered += 1;
        else if (packet.includes(refusal)) counts.refused += 1;
        if (packet.includes(defect)) counts.internal += 1;
        if (packet.toString("latin1", 2, 12).startsWith(`${fence}[`)) answered();
      },
    };
    return openLean(options, 5_000);
  };
  const openAgain = async (): Promise<LeanSocket> => {
    try {
      return await open();
    } catch {
      token = await anew();
      return open();
    }
  };
  /** An attack may have ended its own session: sign in anew; or have changed its own name or password: be somebody else. */
  const anew = async (): Promise<string> => {
    const begun = await request(port, { name: "session:create", input: { username, password } }).catch(() => {
      lives += 1;
      username = `${account.username}.${lives}`;
      return request(port, { name: "account:create", input: { username, password } });
    });
    return begun.token ?? "";
  };
  /** Writes packets and a good request after them. What hangs up answers nothing that was still under way. */
  const volley = async (packets: readonly Buffer[]): Promise<void> => {
    if (socket === undefined || !socket.isOpen()) socket = await openAgain();
    const current = socket;
    for (const packet of packets) current.raw(packet);
    counts.sent += packets.length;
    fence = 1_000_000 + ((fence + 1) % 1_000_000);
    const reply = new Promise<"answered">((resolve) => {
      answered = () => resolve("answered");
    });
    current.raw(clientFrame(`42${fence}["server:describe",{}]`));
    const timeout = timer(5_000);
    const outcome = await Promise.race([reply, current.closed, timeout.done]);
    timeout.clear();
    if (outcome === undefined) counts.hungUp += 1;
    if (outcome === "silent") counts.silent += 1;
    if (outcome === "answered") return;
    current.close();
    socket = undefined;
  };
  return {
    token: () => token,
    counts,
    attack: async (packets) => {
      await volley(packets.slice(0, -1));
      await volley(packets.slice(-1));
    },
    close: () => socket?.close(),
  };
}

function timer(ms: number): { done: Promise<"silent">; clear(): void } {
  let handle: NodeJS.Timeout | undefined;
  const done = new Promise<"silent">((resolve) => {
    handle = setTimeout(() => resolve("silent"), ms);
  });
  return { done, clear: () => clearTimeout(handle) };
}
