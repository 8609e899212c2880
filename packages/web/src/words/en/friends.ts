import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

/** Friends, and those who would like to be. */
export const friends = {
  title: "Friends",
  parts: "Parts of the friends page",
  all: "All",
  online: "Online",
  requests: "Requests",
  requestsCount: (count: number) => `Requests (${count})`,
  suggestions: "Suggestions",
  blocked: "Blocked",
  incoming: "They asked you",
  outgoing: "You asked them",
  add: "Add a friend",
  addTitle: "Add a friend",
  line: "A line to go with it (optional)",
  lineHint: "So that they know who you are.",
  send: "Send request",
  sent: (count: number) => plural(count, { one: "Request sent.", other: "# requests sent." }),
  emptyAllTitle: "No friends yet",
  emptyAllText: "Add somebody you know. Friends see each other's presence and can always write to each other.",
  emptyOnlineTitle: "Nobody is online",
  emptyOnlineText: "As soon as a friend is here, you see them on this page.",
  emptyRequestsTitle: "No requests",
  emptyRequestsText: "When somebody asks to be your friend, or you ask somebody, it stands here.",
  emptySuggestionsTitle: "No suggestions",
  emptySuggestionsText: "People who are in rooms with you are suggested here.",
  emptyBlockedTitle: "Nobody is blocked",
  emptyBlockedText: "On somebody's profile you can block them.",
  failed: "The suggestions could not be loaded.",
  acceptNamed: (name: string) => `Accept ${name}`,
  declineNamed: (name: string) => `Decline ${name}`,
  cancelNamed: (name: string) => `Cancel the request to ${name}`,
  messageNamed: (name: string) => `Message ${name}`,
  sharedRooms: (count: number) => plural(count, { one: "# room in common", other: "# rooms in common" }),

  request: {
    title: (name: string) => `${name} would like to write to you`,
    text: "You do not know each other here. Until you accept, they do not learn whether you have read this.",
    accept: "Accept",
    decline: "Decline",
    blockedTitle: "You blocked them",
    blockedText: "Unblock to write.",
  },
};
