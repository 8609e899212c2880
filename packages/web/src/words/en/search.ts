import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

/** Finding messages, and days. */
export const search = {
  title: "Search",
  close: "Close search",
  field: "Search messages",
  clear: "Clear the search field",
  suggestions: "Suggestions",
  suggested: (count: number) => plural(count, { one: "# suggestion", other: "# suggestions" }),
  where: "Where to search",
  everywhere: "All rooms",
  order: "Order",
  newest: "Newest",
  relevant: "Best match",

  recent: "Recent searches",
  forget: "Clear",
  narrow: "Narrow it down",
  operators: {
    from: "written by somebody",
    in: "in a room",
    has: "with a link, a file, a poll and so on",
    is: "pinned or edited",
    mentions: "that mention me",
    before: "before a day",
    after: "after a day",
    on: "on a day",
  },
  has: {
    link: "a link",
    file: "a file",
    image: "a picture",
    voice: "a voice message",
    poll: "a poll",
    sticker: "a sticker",
  },
  is: { pinned: "pinned messages", edited: "edited messages" },
  mentionsMe: "messages that mention me",
  fromMe: "you",
  today: "today",
  yesterday: "yesterday",
  weekAgo: "a week ago",
  monthAgo: "a month ago",
  yearAgo: "a year ago",
  tips: "Words must all be in the message. “In quotes” they stand together; a - before one leaves it out.",

  voice: "Voice message",
  moreFiles: (count: number) => plural(count, { one: "and # more", other: "and # more" }),
  searching: "Searching…",
  count: (count: number, hasMore: boolean) =>
    hasMore
      ? plural(count, { one: "#+ messages", other: "#+ messages" })
      : plural(count, { one: "# message", other: "# messages" }),
  loadingMore: "Loading more…",
  incomplete: "Older messages are still being made ready for the search. Some may be missing for now.",

  again: "Search again",

  noneTitle: "Nothing found",
  noneText: "No message has all of this. Try fewer words, or the beginning of one.",
  noneHere: "No message in this conversation has all of this. Try fewer words, or look in all rooms.",
  searchEverywhere: "Search all rooms",
  without: (filter: string) => `Search without ${filter}`,

  wrong: {
    from: (value: string) => `“${value}” is no user name. Write it as from:ada.`,
    in: (value: string) => `“${value}” is no name of a room. Write it as in:general.`,
    has: (value: string) =>
      `has:${value} is not known. There are has:link, has:file, has:image, has:voice, has:poll and has:sticker.`,
    is: (value: string) => `is:${value} is not known. There are is:pinned and is:edited.`,
    mentions: (value: string) => `mentions:${value} is not known. There is mentions:me.`,
    date: (value: string) => `“${value}” is no day. Write days as 2026-03-14.`,
  },
  fromSwitcher: (text: string) => `Search messages for “${text}”`,

  calendar: {
    title: "Jump to a date",
    open: "Jump to a date…",
    previousMonth: "Previous month",
    nextMonth: "Next month",
    previousYear: "Previous year",
    nextYear: "Next year",
    day: (date: string, count: number) => `${date}, ${plural(count, { one: "# message", other: "# messages" })}`,
    quietDay: (date: string) => `${date}, no messages`,
    empty: "There are no messages here yet.",
  },
};
