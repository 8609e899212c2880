import { account } from "./account.ts";
import { directory } from "./directory.ts";
import { entry } from "./entry.ts";
import { order } from "./order.ts";
import { people } from "./people.ts";
import { settings } from "./settings.ts";

/** What the screens beside the conversation say. */
export const screens = { account, directory, entry, order, people, settings };
