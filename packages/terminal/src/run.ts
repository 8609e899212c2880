import { type ClientStorage, memoryStorage, type ParleyClient, request } from "@parley/client";
import { fileStorage } from "@parley/client/node";
import { ParleyError, type UserId } from "@parley/contract";
import type { Invocation, Options } from "./arguments.ts";
import { type ExitCode, exitCodes, Failure, wrongUse } from "./failure.ts";
import { LineReader } from "./line-reader.ts";
import { reportOutages } from "./outage.ts";
import { isBlocked } from "./people/blocked.ts";
import { plainChat } from "./plain/chat.ts";
import { plainContext } from "./plain/commands.ts";
import { toFailure } from "./refusal.ts";
import { roomName } from "./rooms/name.ts";
import { resolveRoom } from "./rooms/resolve.ts";
import { type ConnectOptions, connect, roomOf } from "./session.ts";
import { forgetSession, type SignedIn, signIn } from "./sign-in.ts";
import type { Surroundings } from "./streams.ts";
import { command } from "./subcommands/command.ts";
import { rooms } from "./subcommands/rooms.ts";
import { send } from "./subcommands/send.ts";
import { follow, tail } from "./subcommands/tail.ts";

type Work = Exclude<Invocation, { kind: "help" }>;
type Of<K extends Work["kind"]> = Extract<Work, { kind: K }>;

/** Does what the command line says, and answers the exit code. Throws only failures, which say what went wrong. */
export async function run(invocation: Work, surroundings: Surroundings): Promise<ExitCode> {
  try {
    return await dispatch(invocation, surroundings);
  } catch (error) {
    throw toFailure(error, invocation.options.server);
  }
}

async function dispatch(invocation: Work, surroundings: Surroundings): Promise<ExitCode> {
  switch (invocation.kind) {
    case "rooms":
      return await runRooms(invocation, surroundings);
    case "tail":
      return await (invocation.isFollowing ? runFollow : runTail)(invocation, surroundings);
    case "command":
      return await runCommand(invocation, surroundings);
    case "send":
      return await runSend(invocation, surroundings);
    case "chat":
      return await (isFullScreen(invocation, surroundings) ? runScreen : runPlain)(invocation, surroundings);
  }
}

function isFullScreen({ isPlain }: Of<"chat">, { input, output }: Surroundings): boolean {
  return !isPlain && input.isTTY === true && output.isTTY === true;
}

async function runRooms({ options }: Of<"rooms">, surroundings: Surroundings): Promise<ExitCode> {
  const { server } = await signInQuietly(options, surroundings);
  const snapshot = await request(server, "sync:open", {});
  return await rooms({ snapshot, isJson: options.isJson, surroundings });
}

/** Without following there is nothing to stay connected for. */
async function runTail({ options, room, since }: Of<"tail">, surroundings: Surroundings): Promise<ExitCode> {
  const { server } = await signInQuietly(options, surroundings);
  const { rooms, people, me, relations } = await request(server, "sync:open", {});
  const state = await resolveRoom(room, { rooms, people, me }, (name, input) => request(server, name, input));
  const named = roomName(state, new Map(people.map((person) => [person.id, person])), me.id);
  const blocked = new Set(relations.filter(({ kind }) => kind === "blocked").map(({ userId }) => userId));
  const shown = { roomName: named, since, isJson: options.isJson, isBlocked: (id: UserId) => blocked.has(id) };
  return await tail(server, { roomId: state.room.id, ...shown, surroundings });
}

async function runFollow({ options, room, since }: Of<"tail">, surroundings: Surroundings): Promise<ExitCode> {
  const signedIn = await signInQuietly(options, surroundings);
  return await withClient({ signedIn, storage: memoryStorage(), surroundings }, async (client) => {
    const state = await roomOf(client, signedIn, room);
    const { people, me } = client.getState();
    const named = me ? roomName(state, people, me.id) : "";
    const isHidden = (userId: UserId) => isBlocked(client.getState(), userId);
    const shown = { roomName: named, since, isJson: options.isJson, isBlocked: isHidden };
    return follow(client, { roomId: state.room.id, ...shown, surroundings });
  });
}

async function runSend({ options, room, text, file }: Of<"send">, surroundings: Surroundings): Promise<ExitCode> {
  const signedIn = await signInQuietly(options, surroundings);
  return await withClient({ signedIn, storage: storageOf(signedIn), surroundings }, async (client) => {
    const state = await roomOf(client, signedIn, room);
    return await send({ client, roomId: state.room.id, text, file, isJson: options.isJson, surroundings });
  });
}

async function runCommand(invocation: Of<"command">, surroundings: Surroundings): Promise<ExitCode> {
  const { options, name, rest, room } = invocation;
  const signedIn = await signInQuietly(options, surroundings);
  return await withClient({ signedIn, storage: memoryStorage(), surroundings }, async (client) => {
    const roomId = room ? (await roomOf(client, signedIn, room)).room.id : null;
    const context = plainContext({ client, server: signedIn.server, roomId, lines: null, surroundings });
    return await command({ client, context, name, rest, isJson: options.isJson, surroundings });
  });
}

async function runPlain({ options, room }: Of<"chat">, surroundings: Surroundings): Promise<ExitCode> {
  const lines = new LineReader(surroundings.input);
  const askName = async (last: string | null) =>
    await askUsername(surroundings, lines, options.shouldRegister ? null : last);
  const signedIn = await signIn({ options, surroundings, askName, mayBeOffline: false });
  return await withClient({ signedIn, storage: storageOf(signedIn), surroundings }, async (client) => {
    const state = await roomOf(client, signedIn, room);
    return await plainChat({ client, server: signedIn.server, roomId: state.room.id, lines, surroundings });
  });
}

async function runScreen({ options, room }: Of<"chat">, surroundings: Surroundings): Promise<ExitCode> {
  const lines = new LineReader(surroundings.input);
  // A new account is not the one that was used before.
  const askName = async (last: string | null) =>
    last !== null && !options.shouldRegister ? last : await askUsername(surroundings, lines, null);
  const signedIn = await signIn({ options, surroundings, askName, mayBeOffline: true });
  const { fullScreen } = await import("./screen/full-screen.ts");
  try {
    return await fullScreen({ signedIn, storage: storageOf(signedIn), room, surroundings });
  } catch (error) {
    if (!(error instanceof ParleyError && error.code === "unauthenticated")) throw error;
    surroundings.errors.write("Your session has ended.\n");
    await forgetSession(signedIn);
    const again = { ...options, user: signedIn.user, shouldRegister: false, invitation: null };
    return await runScreen({ kind: "chat", options: again, room, isPlain: false }, surroundings);
  }
}

/** Signs in where standard input is not for questions. */
function signInQuietly(options: Options, surroundings: Surroundings): Promise<SignedIn> {
  const askName = async (last: string | null) => {
    if (last === null) throw wrongUse("Say who you are: --user NAME.");
    return last;
  };
  return signIn({ options, surroundings, askName, mayBeOffline: false });
}

async function askUsername({ input, output, signal }: Surroundings, lines: LineReader, last: string | null) {
  output.write("Enter your username: ");
  const answer = await lines.next(signal);
  // Nobody else ends the line when it was not typed on a terminal.
  if (!input.isTTY) output.write("\n");
  const user = answer?.trim() || last;
  if (answer === null || !user) throw new Failure(exitCodes.wrongUse, "Without a name there is no chat: --user NAME.");
  return user;
}

const storageOf = ({ profile, user }: SignedIn): ClientStorage => fileStorage(profile.clientFolder(user));

type Connecting = ConnectOptions & { readonly surroundings: Surroundings };

async function withClient(options: Connecting, use: (client: ParleyClient) => Promise<ExitCode>): Promise<ExitCode> {
  const client = await connect(options);
  const stopReporting = reportOutages(client, options.surroundings.errors);
  try {
    return await use(client);
  } finally {
    stopReporting();
    await client.stop();
  }
}
