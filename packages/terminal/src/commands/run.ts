import type { Answer } from "./answer.ts";
import { exportMine } from "./archive.ts";
import { block, unblock } from "./blocks.ts";
import type { PeopleCommand } from "./catalog.ts";
import { clear } from "./clear.ts";
import type { CommandContext } from "./context.ts";
import { setExpiry } from "./expiry.ts";
import { listFriends } from "./friends.ts";
import { accept, addFriend, decline, unfriend } from "./friendship.ts";
import { ban, kick, mute, restore, unban } from "./order.ts";
import { changePassword } from "./password.ts";
import { setPresence } from "./presence.ts";
import { profile } from "./profile.ts";
import { report } from "./report.ts";
import { listSeen } from "./seen.ts";
import { setStatus } from "./status.ts";
import { readWarnings } from "./warnings.ts";

/** What each command does. A name without one does not compile. */
const commands: { readonly [K in PeopleCommand]: (context: CommandContext, rest: string) => Promise<Answer> } = {
  profile,
  friends: listFriends,
  add: addFriend,
  accept,
  decline,
  unfriend,
  block,
  unblock,
  status: setStatus,
  presence: setPresence,
  seen: listSeen,
  clear,
  expire: setExpiry,
  report,
  warnings: readWarnings,
  kick,
  ban,
  unban,
  mute,
  restore,
  export: exportMine,
  password: changePassword,
};

export async function runPeopleCommand(context: CommandContext, name: PeopleCommand, rest: string): Promise<Answer> {
  return await commands[name](context, rest);
}
