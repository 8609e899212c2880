import { first } from "./0001-first.ts";
import { peopleAndPrivacy } from "./0002-people-and-privacy.ts";
import type { Migration } from "./migration.ts";

/** In order, for ever; forward only. A landed one is never edited. */
export const migrations: readonly Migration[] = [first, peopleAndPrivacy];
