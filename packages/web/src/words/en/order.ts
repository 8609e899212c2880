import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

/** Who may do what in a room, how long its messages last, and who is kept from it. */
export const order = {
  rules: {
    title: "Rules",
    post: "Who may write",
    postEveryone: "Everyone in the room",
    postModerators: "Moderators only (announcements)",
    invite: "Who may invite and add people",
    mentionAll: "Who may call everyone with @everyone",
    pin: "Who may pin messages",
    everyone: "Everyone in the room",
    moderators: "Moderators only",
    slow: "Slow mode: wait between two messages",
    slowOff: "Off",
    seconds: (count: number) => plural(count, { one: "# second", other: "# seconds" }),
    minutes: (count: number) => plural(count, { one: "# minute", other: "# minutes" }),
    hours: (count: number) => plural(count, { one: "# hour", other: "# hours" }),
    days: (count: number) => plural(count, { one: "# day", other: "# days" }),
  },

  expiry: {
    title: "Disappearing messages",
    label: "Messages disappear after",
    never: "Never",
    text: "Counts for messages that are sent from now on, by everyone here. When its time is over, a message is gone for everybody, also from the server. Somebody may still have copied it before.",
    goes: (when: string) => `Disappears ${when}`,
    set: "Set",
    on: (term: string) => `Messages sent from now on disappear after ${term}.`,
    off: "Messages sent from now on stay.",
  },

  menu: {
    clear: "Clear for me…",
    deleteMine: "Delete my messages…",
    deleteDirect: "Delete conversation…",
  },

  clear: {
    title: "Clear this conversation for you?",
    text: "You see none of its messages any more, on any of your devices. The others keep theirs, and you stay here. You cannot bring them back.",
    now: "Clear for me",
    done: "Cleared for you.",
  },
  deleteMine: {
    title: "Delete all your messages here?",
    text: "Every message you wrote here disappears for everybody, for good. Each leaves a note that something was deleted.",
    now: "Delete my messages",
    done: (count: number) =>
      plural(count, { one: "# message deleted.", other: "# messages deleted. If there are more, they follow." }),
  },
  deleteDirect: {
    title: "Delete this conversation for everybody in it?",
    text: "It goes from your list and from theirs, with every message that any of you wrote. Nobody can bring it back.",
    now: "Delete for everybody",
    done: "The conversation is deleted.",
  },

  mute: {
    open: "Mute…",
    title: (name: string) => `Mute ${name}?`,
    text: "They can read, but not write here until the time is over.",
    label: "For how long",
    now: "Mute",
    unmute: "Let them write again",
    muted: (when: string) => `muted until ${when}`,
    mutedForGood: "muted",
  },
  ban: {
    open: "Ban…",
    title: (name: string) => `Ban ${name}?`,
    text: "They are taken out at once and cannot come back, also not by an invitation, until the ban is over.",
    reason: "Reason (optional)",
    reasonHint: "For the other moderators and the log.",
    label: "For how long",
    now: "Ban",
    done: (name: string) => `${name} is banned from this room.`,
    list: "Banned people",
    none: "Nobody is banned from this room.",
    until: (when: string) => `until ${when}`,
    forGood: "for good",
    by: (name: string) => `by ${name}`,
    unban: "Unban",
    unbanNamed: (name: string) => `Unban ${name}`,
    unbanned: (name: string) => `${name} may come back.`,
  },
  terms: {
    tenMinutes: "10 minutes",
    hour: "1 hour",
    day: "1 day",
    week: "1 week",
    forGood: "For good",
    until: "Until…",
    moment: "Until when",
    momentMissing: "Choose a moment in the coming year.",
  },

  silence: {
    announcement: "Only moderators write here. You can read along.",
    muted: (when: string) => `A moderator muted you here until ${when}. You can read along.`,
    mutedForGood: "A moderator muted you here. You can read along.",
    wait: (term: string) => `Slow mode: your next message goes out in ${term}`,
  },
  log: "Log of this room",
};
