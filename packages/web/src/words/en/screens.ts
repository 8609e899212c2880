import { account } from "./account.ts";
import { directory } from "./directory.ts";
import { entry } from "./entry.ts";
import { errors } from "./errors.ts";
import { friends } from "./friends.ts";
import { keys } from "./keys.ts";
import { order } from "./order.ts";
import { people } from "./people.ts";
import { privacy } from "./privacy.ts";
import { profile, status } from "./profile.ts";
import { reports } from "./reports.ts";
import { settings } from "./settings.ts";

/** What the screens beside the conversation say. */
export const screens = {
  account,
  directory,
  entry,
  errors,
  friends,
  keys,
  order,
  people,
  privacy,
  profile,
  reports,
  settings,
  status,
};
