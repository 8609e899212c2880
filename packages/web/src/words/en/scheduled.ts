import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

/** Messages that wait for their time. */
export const scheduled = {
  menu: "Send later",
  evening: (time: string) => `This evening at ${time}`,
  tomorrowAt: (time: string) => `Tomorrow at ${time}`,
  mondayAt: (time: string) => `Monday at ${time}`,
  whenOnline: (name: string) => `When ${name} is online`,
  choose: "Choose a time…",
  title: "Scheduled messages",
  chooseTitle: "Send later",
  editTitle: "Scheduled message",
  text: "Message",
  date: "Date",
  time: "Time",
  set: "Schedule",
  passed: "This time has passed. Choose a later one.",
  noTime: "Choose a date and a time.",
  today: (time: string) => `today at ${time}`,
  tomorrow: (time: string) => `tomorrow at ${time}`,
  online: (name: string) => `when ${name} is online`,
  done: (when: string) => `Will be sent ${when}.`,
  uploading: (share: string) => `uploading, ${share}`,
  count: (count: number) => plural(count, { one: "# scheduled message", other: "# scheduled messages" }),
  notSent: (count: number) => plural(count, { one: "# message was not sent", other: "# messages were not sent" }),
  edit: "Edit",
  sendNow: "Send now",
  remove: "Delete",
  removed: "Deleted.",
  refused: (why: string) => `Not sent: ${why}`,
  elsewhere: "In other conversations",
  left: "A conversation that you are not in any more",
  somebody: "the other one",
  why: {
    not_found: "You are not in this conversation any more.",
    forbidden: "You may not write there.",
  },
  empty: "Nothing is scheduled.",
};
