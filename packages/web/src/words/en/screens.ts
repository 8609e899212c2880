import { account } from "./account.ts";
import { directory } from "./directory.ts";
import { entry } from "./entry.ts";
import { errors } from "./errors.ts";
import { keys } from "./keys.ts";
import { order } from "./order.ts";
import { people } from "./people.ts";
import { reports } from "./reports.ts";
import { settings } from "./settings.ts";

/** What the screens beside the conversation say. */
export const screens = { account, directory, entry, errors, keys, order, people, reports, settings };
