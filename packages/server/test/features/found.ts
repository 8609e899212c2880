/** What people find, once what was said can be found. */
import type { Input, Output, RoomId } from "@parley/contract";
import { expect, vi } from "vitest";
import type { TestData } from "../database.ts";
import type { Person } from "../person.ts";

type Search = Input<"search:messages">;

/** Waits until everything that was said has its terms in place. */
export async function untilIndexed(data: TestData): Promise<void> {
  const behind = `select count(*) as count from messages left join search_progress on
    search_progress.room_id = messages.room_id where messages.deleted_at is null
    and messages.rev > coalesce(search_progress.rev, 0)`;
  await vi.waitFor(async () => expect(Number((await data.sql(behind))[0]?.count)).toBe(0), { timeout: 20_000 });
}

export function search(person: Person, text: string, more: Partial<Search> = {}): Promise<Output<"search:messages">> {
  return person.do("search:messages", { text, ...more });
}

/** The bodies that were found, in order. */
export async function bodiesFound(person: Person, text: string, more: Partial<Search> = {}): Promise<string[]> {
  return (await search(person, text, more)).hits.map(({ message }) => message.body);
}

/** Says these one after another. */
export async function say(person: Person, roomId: RoomId, bodies: readonly string[]): Promise<void> {
  for (const body of bodies) await person.send(roomId, body);
}
