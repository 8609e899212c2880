/** Real clients of a test server. */
import { createClient, memoryStorage, type ParleyClient } from "@parley/client";
import { expectInSync } from "@parley/client/testing";
import type { EventName } from "@parley/contract";
import type { Person } from "../person.ts";

export interface LiveClient {
  readonly client: ParleyClient;
  /** Names of the events that it has heard. */
  readonly heard: EventName[];
}

export async function startClient(person: Person): Promise<LiveClient> {
  const client = createClient({ url: person.server.url, token: person.token, storage: memoryStorage() });
  const heard: EventName[] = [];
  client.on("event", (_, [name]) => void heard.push(name));
  await client.start();
  await client.whenLive();
  return { client, heard };
}

/** What `live` became through events is what the same person now fetches anew. */
export async function proveSync(person: Person, live: ParleyClient): Promise<void> {
  const fresh = await startClient(person);
  try {
    await expectInSync(live, fresh.client);
  } finally {
    await fresh.client.stop();
  }
}
