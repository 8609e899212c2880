import { type ClientStorage, createClient, findRoom, Idleness, type ParleyClient } from "@parley/client";
import { socketIoWire } from "@parley/client/node";
import { ParleyError, type RoomId } from "@parley/contract";
import { render } from "ink";
import { createElement as h } from "react";
import { type ExitCode, exitCodes } from "../failure.ts";
import { type RoomReference, written } from "../rooms/reference.ts";
import { lobbyOf } from "../rooms/resolve.ts";
import { roomOf } from "../session.ts";
import type { SignedIn } from "../sign-in.ts";
import type { Surroundings } from "../streams.ts";
import { ScreenView } from "./draw.ts";
import { drawingOn, withDrawings } from "./drawings.ts";
import { enterRoom } from "./rooms.ts";
import { Screen } from "./screen.ts";

export interface FullScreenOptions {
  readonly signedIn: SignedIn;
  readonly storage: ClientStorage;
  readonly room: RoomReference | null;
  readonly surroundings: Surroundings;
}

/** The chat over the whole terminal, until the person quits. Throws `unauthenticated` when the session ends. */
export async function fullScreen(options: FullScreenOptions): Promise<ExitCode> {
  const { signedIn, storage, surroundings } = options;
  const { input, output } = surroundings;
  const { url, token } = signedIn.server;
  const client = createClient({ url, token, storage, openWire: socketIoWire });
  const ended = Promise.withResolvers<void>();
  const idleness = new Idleness({ onChange: (isIdle) => client.setIdle(isIdle) });
  const drawing = await drawingOn(surroundings);
  const screen = new Screen({
    client,
    pictures: drawing,
    server: signedIn.server,
    signal: surroundings.signal,
    size: () => ({ columns: output.columns ?? 80, rows: output.rows ?? 24 }),
    clock: Date.now,
    quit: ended.resolve,
    onTouch: () => idleness.input(),
  });
  surroundings.signal.addEventListener("abort", screen.quit);
  const unwatch = watchOver(screen, ended.reject);
  await client.start();
  const pictured = screen.pictures ? withDrawings(output, screen.pictures) : output;
  const streams = { stdout: pictured as NodeJS.WriteStream, stdin: input as NodeJS.ReadStream };
  const modes = { alternateScreen: true, interactive: true, exitOnCtrlC: false, incrementalRendering: true };
  const drawn = render(h(ScreenView, { screen }), { ...streams, ...modes });
  screen.attempt(() => enterFirst(screen, options));
  try {
    await ended.promise;
    return exitCodes.ok;
  } finally {
    idleness.stop();
    unwatch();
    drawn.unmount();
    await drawn.waitUntilExit();
    await client.stop();
  }
}

/** Ends with the session; and leads to the lobby when one is no longer in the room. */
function watchOver(screen: Screen, fail: (error: Error) => void): () => void {
  const { client } = screen;
  return client.subscribe(() => {
    const { connection, rooms } = client.getState();
    if (connection.status === "signed-out") fail(new ParleyError("unauthenticated", "The session has ended."));
    const { roomId } = screen.getView();
    if (roomId === null || rooms.has(roomId) || connection.status !== "live") return;
    screen.attempt(async () => await enterRoom(screen, lobbyId(client)));
  });
}

/** The room to begin with; the cache may know it before there is a connection. */
async function enterFirst(screen: Screen, { signedIn, room }: FullScreenOptions): Promise<void> {
  const { client } = screen;
  const cached = room && findRoom(client.getState(), written(room));
  if (cached) return await enterRoom(screen, cached.state.room.id);
  const isCached = client.getState().rooms.size > 0;
  if (!room && !signedIn.invitedTo && isCached) return await enterRoom(screen, lobbyId(client));
  await client.whenLive();
  try {
    const state = await roomOf(client, signedIn, room);
    await enterRoom(screen, state.room.id);
  } catch (error) {
    await enterRoom(screen, lobbyId(client));
    throw error;
  }
}

const lobbyId = (client: ParleyClient): RoomId =>
  lobbyOf([...client.getState().rooms.values()].map((entry) => entry.state)).room.id;
