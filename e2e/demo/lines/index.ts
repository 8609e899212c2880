import type { Exchange } from "./exchange.ts";
import { garden, household, kitchen } from "./home.ts";
import { books, games, music, smallTalk } from "./leisure.ts";
import { hiking, photos, sports, travel } from "./outside.ts";
import { eastAsian, german, otherScripts, romance } from "./tongues.ts";
import { planning, software, support } from "./work.ts";

/** What is talked about, by subject. A room has one. */
export const subjects = {
  kitchen,
  garden: [...garden, ...smallTalk],
  household: [...household, ...smallTalk],
  hiking,
  travel: [...travel, ...smallTalk],
  sports,
  photos: [...photos, ...travel],
  software,
  planning: [...planning, ...smallTalk],
  support: [...support, ...software],
  books,
  games,
  music,
  german,
  romance,
  eastAsian,
  otherScripts,
  private: [...smallTalk, ...household, ...travel, ...kitchen, ...games],
  lobby: [...smallTalk, ...support],
  everything: [
    ...[...smallTalk, ...kitchen, ...garden, ...household, ...hiking, ...travel, ...sports, ...photos],
    ...[...software, ...planning, ...support, ...books, ...games, ...music],
  ],
} as const satisfies Record<string, readonly Exchange[]>;

export type Subject = keyof typeof subjects;
