/** People who use a test server over HTTP, and their connections. */
import {
  type Input,
  type MessageId,
  newId,
  type Output,
  ParleyError,
  type Reply,
  type RequestName,
  type RoomId,
  type SessionBegun,
  type SessionId,
  type User,
  type UserId,
} from "@parley/contract";
import { setupToken, type TestServer } from "./start-server.ts";
import { connect, type Witness } from "./witness.ts";

export const password = "correct horse battery";

/** One request over HTTP, with whatever in it. */
export async function post(
  url: string,
  name: string,
  { input = {}, token = "", headers = {} }: { input?: unknown; token?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; reply: Reply; headers: Headers }> {
  const authorization = token === "" ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/${name.replace(":", "/")}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...authorization, ...headers },
    body: JSON.stringify(input),
  });
  return { status: response.status, reply: (await response.json()) as Reply, headers: response.headers };
}

/** Somebody signed in on one device. */
export class Person {
  readonly server: TestServer;
  readonly user: User;
  readonly token: string;
  readonly sessionId: SessionId;

  constructor(server: TestServer, { user, token = "", sessionId }: SessionBegun) {
    this.server = server;
    this.user = user;
    this.token = token;
    this.sessionId = sessionId;
  }

  get id(): UserId {
    return this.user.id;
  }

  /** The reply, whatever it is. */
  async ask(name: RequestName, input: unknown = {}): Promise<Reply> {
    return (await post(this.server.url, name, { input, token: this.token })).reply;
  }

  /** What the request answers; throws the refusal. */
  async do<N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> {
    const reply = await this.ask(name, input);
    if (reply.ok) return reply.data as Output<N>;
    throw refusal(reply);
  }

  /** The code of the refusal, or "ok". */
  async codeOf<N extends RequestName>(name: N, input: Input<N>): Promise<string> {
    const reply = await this.ask(name, input);
    return reply.ok ? "ok" : reply.error.code;
  }

  connect(): Promise<Witness> {
    return connect(this.server.url, this.token);
  }

  /** The same person on another device. */
  async signIn(device = ""): Promise<Person> {
    const { reply } = await post(this.server.url, "session:create", {
      input: { username: this.user.name, password, device },
    });
    return new Person(this.server, begun(reply));
  }

  async createRoom(name: string, kind: "public" | "private" = "private"): Promise<RoomId> {
    const state = await this.do("room:create", { id: newId<RoomId>(Date.now()), kind, name });
    return state.room.id;
  }

  send(roomId: RoomId, body: string, more: { replyTo?: number; id?: MessageId } = {}) {
    return this.do("message:send", { id: newId<MessageId>(Date.now()), roomId, body, ...more });
  }
}

/** The owner of a new server. */
export async function setUp(server: TestServer, username = "Olga"): Promise<Person> {
  const { reply } = await post(server.url, "server:setup", {
    input: { token: setupToken, username, password, registration: "invite" },
  });
  return new Person(server, begun(reply));
}

export async function register(server: TestServer, username: string, invitation?: string): Promise<Person> {
  const { reply } = await post(server.url, "account:create", {
    input: { username, password, ...(invitation !== undefined && { invitation }) },
  });
  return new Person(server, begun(reply));
}

/** Several at once; the first name sets the server up. */
export async function populate<const Names extends readonly string[]>(
  server: TestServer,
  names: Names,
): Promise<{ [K in keyof Names]: Person }> {
  const [first = "Olga", ...others] = names;
  const owner = await setUp(server, first);
  const rest = await Promise.all(others.map((name) => register(server, name)));
  return [owner, ...rest] as { [K in keyof Names]: Person };
}

export async function lobbyOf(person: Person): Promise<RoomId> {
  const { rooms } = await person.do("sync:open", {});
  const lobby = rooms.find(({ room }) => room.isLobby);
  if (lobby === undefined) throw new Error("There is no lobby.");
  return lobby.room.id;
}

function begun(reply: Reply): SessionBegun {
  if (!reply.ok) throw refusal(reply);
  return reply.data as SessionBegun;
}

function refusal({ error }: Extract<Reply, { ok: false }>): ParleyError {
  return new ParleyError(error.code, error.message, error.field === undefined ? {} : { field: error.field });
}
