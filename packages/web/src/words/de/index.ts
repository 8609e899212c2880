import type { Words } from "../words.ts";
import { account } from "./account.ts";
import { app } from "./app.ts";
import { composer } from "./composer.ts";
import { directory } from "./directory.ts";
import { entry } from "./entry.ts";
import { errors } from "./errors.ts";
import { friends } from "./friends.ts";
import { keys } from "./keys.ts";
import { messages } from "./messages.ts";
import { order } from "./order.ts";
import { people } from "./people.ts";
import { privacy } from "./privacy.ts";
import { profile, status } from "./profile.ts";
import { reports } from "./reports.ts";
import { rooms } from "./rooms.ts";
import { settings } from "./settings.ts";

export const de: Words = {
  account,
  app,
  composer,
  directory,
  entry,
  errors,
  friends,
  keys,
  messages,
  order,
  people,
  privacy,
  profile,
  reports,
  rooms,
  settings,
  status,
};
