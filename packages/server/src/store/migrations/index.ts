import { first } from "./0001-first.ts";
import { peopleAndPrivacy } from "./0002-people-and-privacy.ts";
import { files } from "./0003-files.ts";
import { reactions } from "./0004-reactions.ts";
import { search } from "./0005-search.ts";
import { organise } from "./0006-organise.ts";
import { links } from "./0007-links.ts";
import { stickers } from "./0008-stickers.ts";
import { forwards } from "./0009-forwards.ts";
import { linkPreviews } from "./0010-link-previews.ts";
import { voices } from "./0011-voices.ts";
import { saved } from "./0012-saved.ts";
import { edits } from "./0013-edits.ts";
import { emoji } from "./0014-emoji.ts";
import { threads } from "./0015-threads.ts";
import { polls } from "./0016-polls.ts";
import { stickerSets } from "./0017-sticker-sets.ts";
import { scheduled } from "./0018-scheduled.ts";
import { things } from "./0019-things.ts";
import { scheduledFiles } from "./0020-scheduled-files.ts";
import type { Migration } from "./migration.ts";

/** In order, for ever; forward only. A landed one is never edited. */
export const migrations: readonly Migration[] = [
  first,
  peopleAndPrivacy,
  files,
  reactions,
  search,
  organise,
  links,
  stickers,
  forwards,
  linkPreviews,
  voices,
  saved,
  edits,
  emoji,
  threads,
  polls,
  stickerSets,
  scheduled,
  things,
  scheduledFiles,
];
