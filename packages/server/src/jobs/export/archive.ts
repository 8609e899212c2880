import type { ZipEntry } from "../../lib/zip-file.ts";
import type { KeptProfile } from "../../store/profiles.ts";
import type { Gathering } from "./gathering.ts";
import { ownPartsIn, partsIn } from "./history.ts";
import { indexPage } from "./index-page.ts";
import { jsonFile, ownEditsFile, ownReactionsFile, ownVotesFile, ownWordsFile, roomFile } from "./json.ts";
import { ownFiles } from "./own-files.ts";
import { roomPages } from "./room-pages.ts";
import { savedFile } from "./saved.ts";
import { stickerPictures } from "./stickers.ts";

export interface Archive {
  readonly entries: readonly ZipEntry[];
  /** How many parts it will have. */
  readonly total: number;
}

/** Everything of one person, as a list of files whose content is read when its turn comes. */
export async function archiveOf(gathering: Gathering): Promise<Archive | undefined> {
  const { reader, me, conversations } = gathering;
  const profile = await reader.profiles.find(me.id);
  const own = await reader.users.own(me.id);
  if (profile === undefined || own === undefined) return undefined;
  const avatar = me.avatar === undefined ? undefined : await reader.avatars.find(me.id, me.avatar);
  const places = await reader.exports.placesOf(me.id);
  const data = [
    jsonFile("profile.json", () => profileOf(gathering, profile)),
    jsonFile("settings.json", () => own.settings),
    jsonFile("relations.json", () => relationsOf(gathering)),
    jsonFile("sessions.json", () => reader.sessions.listOf(me.id)),
    ownWordsFile(gathering, places),
    ownReactionsFile(gathering, places),
    ownEditsFile(gathering, places),
    savedFile(gathering),
    jsonFile("my-scheduled.json", () => reader.scheduled.listOf(me.id)),
    ownVotesFile(gathering, places),
  ];
  const uploads = await ownFiles(gathering);
  const files = [...data.map(({ path }) => path), "files.json"];
  const index = () => indexPage(gathering, { profile, avatar, files });
  const rooms = conversations.flatMap((one) => [roomFile(gathering, one), ...roomPages(gathering, one)]);
  return {
    entries: [
      textFile("index.html", index),
      ...(avatar === undefined ? [] : [picture(avatar)]),
      ...data,
      ...uploads,
      ...rooms,
      ...(await stickerPictures(gathering)),
    ],
    total: totalOf(gathering, places),
  };
}

/**
 * Each room is read twice, for other programs and for people; what one wrote oneself, once more, what it said before, and
 * how one reacted and voted, too. The rest is one part.
 */
function totalOf({ conversations }: Gathering, places: Parameters<typeof ownWordsFile>[1]): number {
  const rooms = conversations.map(({ state }) => 2 * partsIn({ after: state.clearedSeq, until: state.lastSeq }));
  const own = places.map((place) => 4 * ownPartsIn({ after: place.clearedSeq, until: place.lastSeq }));
  return [...rooms, ...own].reduce((sum, parts) => sum + Math.max(0, parts), 1);
}

function textFile(path: string, text: () => string): ZipEntry {
  return {
    path,
    async *content() {
      yield text();
    },
  };
}

function picture(image: string): ZipEntry {
  return {
    path: "avatar.jpg",
    async *content() {
      yield Buffer.from(image, "base64");
    },
  };
}

async function profileOf({ reader, me, now }: Gathering, profile: KeptProfile) {
  const passkeys = await reader.passkeys.listOf(me.id);
  const { user, bio, timeZone, joinedAt, lastSeenAt, invitedBy } = profile;
  return {
    archivedAt: now,
    ...user,
    bio,
    timeZone,
    joinedAt,
    lastSeenAt,
    invitedBy,
    account: await reader.accounts.find(me.id),
    passkeys: passkeys.map(({ name, createdAt, usedAt }) => ({ name, createdAt, usedAt })),
  };
}

async function relationsOf({ reader, me }: Gathering) {
  const relations = await reader.relations.listOf(me.id);
  const people = await reader.users.list(relations.map(({ userId }) => userId));
  const names = new Map(people.map((user) => [user.id, user]));
  return relations.map((relation) => {
    const { handle = "", name = "" } = names.get(relation.userId) ?? {};
    return { handle, name, ...relation };
  });
}
