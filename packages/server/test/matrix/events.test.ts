/** Every event of the contract, by everyone who might hear it: who does, and that nothing of it reaches anybody else. */
import { type EventName, eventNames, events } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nowhere } from "../outbound/nowhere.ts";
import { startServer } from "../start-server.ts";
import { type Company, type Ear, ears, gather, setStage } from "./company.ts";
import { canary, eventRows, hearsOf } from "./event-rows.ts";

const server = await startServer({ config: { linkPreviews: true }, wire: nowhere });
let company: Company;
beforeAll(async () => {
  company = await gather(server);
});
afterAll(async () => {
  for (const witness of Object.values(company.witnesses)) witness.close();
  await server.stop();
});

const mayHear = (name: EventName): readonly Ear[] => eventRows[name].hears ?? hearsOf[events[name].scope];

test("every event has a row", () => {
  expect(Object.keys(eventRows).sort()).toEqual([...eventNames].sort());
});

test.each(eventNames)("%s", async (name) => {
  const stage = await setStage(company, name);
  const { witnesses } = stage;
  const from = new Map(Object.values(witnesses).map((witness) => [witness, witness.events.length]));
  const heardBy = (ear: Ear) => witnesses[ear].events.slice(from.get(witnesses[ear]));
  // Others come and go, too: of who is here, only Sue is meant.
  const isNews = (payload: object) => !("isWhole" in payload) || JSON.stringify(payload).includes(stage.sue.id);
  const hasHeard = (ear: Ear) => heardBy(ear).some((event) => event.name === name && isNews(event.payload));

  await eventRows[name].cause(stage);
  for (const ear of mayHear(name)) await witnesses[ear].when(() => hasHeard(ear), `${name} as ${ear}`);
  for (const witness of Object.values(witnesses)) if (witness.socket.connected) await witness.barrier();
  expect(ears.filter(hasHeard)).toEqual(ears.filter((ear) => mayHear(name).includes(ear)));
  const hasRead = (ear: Ear) => JSON.stringify(heardBy(ear)).includes(canary);
  expect(ears.filter((ear) => hasRead(ear) && !mayHear(name).includes(ear))).toEqual([]);
});
