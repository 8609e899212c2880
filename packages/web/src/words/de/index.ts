import type { Words } from "../words.ts";
import { account } from "./account.ts";
import { app } from "./app.ts";
import { composer } from "./composer.ts";
import { directory } from "./directory.ts";
import { entry } from "./entry.ts";
import { errors } from "./errors.ts";
import { keys } from "./keys.ts";
import { messages } from "./messages.ts";
import { order } from "./order.ts";
import { people } from "./people.ts";
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
  keys,
  messages,
  order,
  people,
  reports,
  rooms,
  settings,
};
