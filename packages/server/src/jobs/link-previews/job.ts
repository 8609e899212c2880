import type { LinkPreview, Message } from "@parley/contract";
import { areLinkPreviewsOn } from "../../domain/link-previews.ts";
import { OutboundError } from "../../lib/outbound/outbound-error.ts";
import type { DuePreview } from "../../store/link-previews.ts";
import { DueJob } from "../due-job.ts";
import { failedAs, type Job, type JobDeps } from "../job.ts";
import { type Found, LookUp } from "./look-up.ts";

/** So many links are looked up at once, in all and of one host; the outbound client lets some of them through at a time. */
const mostAtOnce = 40;
const mostOfHost = 4;
const laterMs = 1_500;
/** Whoever looks one up and does not come back has crashed. */
const leaseMs = 60_000;
const mostTries = 2;

/**
 * Looks behind the links of messages, after they were sent, and adds what was found as a change of the room. Slow sites
 * hold up nobody but those who link to them.
 */
export function linkPreviewJob(deps: JobDeps): Job {
  const { clock, logger, reader, transact } = deps;
  const lookUp = new LookUp({ clock, outbound: deps.outbound, pictures: deps.files.pictures });
  const stopping = new AbortController();
  const underWay = new Map<Promise<void>, string>();
  const failed = failedAs("link-previews", logger);

  const start = (due: DuePreview) => {
    const work = finish(due)
      .catch(failed)
      .finally(() => {
        underWay.delete(work);
        job.wake(clock.now());
      });
    underWay.set(work, hostOf(due));
  };
  const finish = async (due: DuePreview) => {
    const found = await foundBehind(due);
    if (!stopping.signal.aborted) await transact((step) => put(step, due, found));
  };
  /** Null if that says nothing of the page itself. */
  const foundBehind = async ({ url, tries }: DuePreview): Promise<Found | null> => {
    const isOn = areLinkPreviewsOn(await reader.serverSettings.all(), deps.linkPreviews);
    if (!isOn || tries >= mostTries) return null;
    try {
      return await lookUp.of(url, stopping.signal);
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error;
      return error.failure === "busy" ? null : {};
    }
  };
  const job = new DueJob({
    clock,
    nextDue: async () => (underWay.size >= mostAtOnce ? null : reader.linkPreviews.nextAt()),
    async run() {
      const room = mostAtOnce - underWay.size;
      const due = room > 0 ? await reader.linkPreviews.due(clock.now(), room) : [];
      if (due.length === 0) return;
      const mine = await transact((step) => begin(step, due, [...underWay.values()]));
      for (const one of mine) start(one);
    },
    failed,
  });
  return {
    start: () => job.start(),
    wake: (at) => job.wake(at),
    async stop() {
      stopping.abort();
      await job.stop();
      await Promise.all(underWay.keys());
    },
  };
}

type Step = Parameters<Parameters<JobDeps["transact"]>[0]>[0];

function hostOf({ url }: DuePreview): string {
  return URL.parse(url)?.host ?? "";
}

/** Those that are to be looked up now; of a host that is asked enough already, later. */
async function begin({ store, now }: Step, due: readonly DuePreview[], hosts: readonly string[]) {
  const asked = [...hosts];
  const mine: DuePreview[] = [];
  for (const one of due) {
    const host = hostOf(one);
    if (asked.filter((other) => other === host).length >= mostOfHost)
      await store.linkPreviews.postpone(one, now + laterMs);
    else if (await store.linkPreviews.begin(one, now + leaseMs)) {
      asked.push(host);
      mine.push(one);
    }
  }
  return mine;
}

/** Shows what was found, if the message still has that link and its preview was not taken off meanwhile. */
async function put({ store, effects, now }: Step, { roomId, seq, urlKey, url }: DuePreview, found: Found | null) {
  await store.rooms.lock(roomId);
  const isWanted = await store.linkPreviews.settle({ roomId, seq }, urlKey, found === null ? null : now);
  const [message] = isWanted ? await store.messages.bySeqs(roomId, [seq]) : [];
  const [image] =
    found?.image === undefined || message === undefined
      ? []
      : ((await store.takenFiles.send("*", [found.image.id])) ?? []);
  if (message?.preview === undefined) return;
  const { image: _, ...words } = found ?? {};
  const preview: LinkPreview = { url, ...words, ...(image !== undefined && { image }) };
  const shown: Message = { ...message, preview, rev: await store.rooms.nextRev(roomId) };
  await store.messages.putPreview(roomId, message, shown);
  effects.publish(roomId, "message:previewed", shown);
}
