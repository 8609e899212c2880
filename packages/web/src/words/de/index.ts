import type { Words } from "../words.ts";
import { account } from "./account.ts";
import { app } from "./app.ts";
import { composer } from "./composer.ts";
import { deeds } from "./deeds.ts";
import { directory } from "./directory.ts";
import { emoji } from "./emoji.ts";
import { entry } from "./entry.ts";
import { errors } from "./errors.ts";
import { files } from "./files.ts";
import { friends } from "./friends.ts";
import { gallery } from "./gallery.ts";
import { keys } from "./keys.ts";
import { links } from "./links.ts";
import { messages } from "./messages.ts";
import { order } from "./order.ts";
import { organise } from "./organise.ts";
import { people } from "./people.ts";
import { polls } from "./polls.ts";
import { privacy } from "./privacy.ts";
import { profile, status } from "./profile.ts";
import { reactions } from "./reactions.ts";
import { reports } from "./reports.ts";
import { rooms } from "./rooms.ts";
import { scheduled } from "./scheduled.ts";
import { search } from "./search.ts";
import { settings } from "./settings.ts";
import { stickers } from "./stickers.ts";
import { threads } from "./threads.ts";
import { voice } from "./voice.ts";
import { writing } from "./writing.ts";

export const de: Words = {
  account,
  app,
  composer,
  deeds,
  directory,
  emoji,
  entry,
  errors,
  files,
  friends,
  gallery,
  keys,
  messages,
  links,
  order,
  organise,
  people,
  polls,
  privacy,
  profile,
  reactions,
  reports,
  rooms,
  scheduled,
  search,
  settings,
  stickers,
  status,
  voice,
  threads,
  writing,
};
