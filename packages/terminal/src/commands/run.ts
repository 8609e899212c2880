import type { Answer } from "./answer.ts";
import { exportMine } from "./archive.ts";
import { block, unblock } from "./blocks.ts";
import type { PeopleCommand } from "./catalog.ts";
import { clear } from "./clear.ts";
import type { CommandContext } from "./context.ts";
import { listEdits } from "./edits.ts";
import { setExpiry } from "./expiry.ts";
import { getFiles, sendFile } from "./files.ts";
import { forward } from "./forward.ts";
import { listFriends } from "./friends.ts";
import { accept, addFriend, decline, unfriend } from "./friendship.ts";
import { listMedia } from "./media.ts";
import { ban, kick, mute, restore, unban } from "./order.ts";
import { changePassword } from "./password.ts";
import { listPins, pin, unpin } from "./pins.ts";
import { ask, closePoll, vote } from "./polls.ts";
import { setPresence } from "./presence.ts";
import { setPreviews } from "./previews.ts";
import { profile } from "./profile.ts";
import { react } from "./react.ts";
import { report } from "./report.ts";
import { listSaved, save } from "./saved.ts";
import { later } from "./scheduled.ts";
import { searchMessages } from "./search.ts";
import { listSeen } from "./seen.ts";
import { setStatus } from "./status.ts";
import { sendSticker } from "./stickers.ts";
import { listThreads, thread } from "./threads.ts";
import { undo } from "./undo.ts";
import { unlink } from "./unlink.ts";
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
  file: sendFile,
  get: getFiles,
  sticker: sendSticker,
  media: listMedia,
  undo,
  seen: listSeen,
  react,
  poll: ask,
  vote,
  "close-poll": closePoll,
  search: searchMessages,
  pin,
  unpin,
  pins: listPins,
  edits: listEdits,
  save,
  saved: listSaved,
  later,
  forward,
  unlink,
  thread,
  threads: listThreads,
  clear,
  expire: setExpiry,
  previews: setPreviews,
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
