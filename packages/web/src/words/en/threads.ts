import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

/** Conversations about one message. */
export const threads = {
  title: "Thread",
  reply: "Reply in thread",
  placeholder: "Reply in this thread",
  replies: (count: number) => (count > 999 ? "999+ replies" : plural(count, { one: "# reply", other: "# replies" })),
  last: (when: string) => `last ${when}`,
  justNow: "just now",
  unread: (count: number) => plural(count, { one: "# new reply", other: "# new replies" }),
  list: "Replies",
  about: "What the thread is about",
  follow: "Follow this thread",
  unfollow: "Stop following this thread",
  followed: "You follow this thread now.",
  unfollowed: "You no longer follow this thread.",
  close: "Close the thread",
  back: "Back to the conversation",
  gone: "This thread is not here",
  goneText: "Its message was deleted or cleared away, or you may not begin a thread here.",
  none: "No threads yet",
  noneText: "Choose “Reply in thread” on a message. Threads that you take part in stand here.",
  noReplies: "No replies",
};
