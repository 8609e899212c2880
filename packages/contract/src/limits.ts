import type { Limiter } from "./define.ts";

/** Sizes that both ends check. Characters are UTF-16 units, as in JavaScript's `length`. */
export const limits = {
  bodyCharacters: 8_000,
  nameCharacters: 64,
  roomNameCharacters: 64,
  topicCharacters: 500,
  bioCharacters: 300,
  statusCharacters: 80,
  /** The line that may go with a friend request, and the reason of a ban, a report or a warning. */
  lineCharacters: 300,
  /** A picture of a person: JPEG, square, at most this large; base64 makes a third more of it. */
  avatarBytes: 40 * 1024,
  avatarPixels: 512,
  /** People whom a rule of privacy names one by one. */
  exceptions: 100,
  passwordMinimum: 8,
  passwordMaximum: 256,
  deviceCharacters: 100,
  /** One packet on the socket, one HTTP request body. */
  packetBytes: 64 * 1024,
  packetDepth: 16,
  filesOfMessage: 10,
  fileNameCharacters: 255,
  /** The longer side of a picture or film, at most. */
  pixelsOfSide: 100_000,
  /** Base64 of 64 bytes. */
  peaksCharacters: 88,
  /** The longest that a recording or film may be said to last: eleven days. */
  durationMs: 999_999_999,
  /** Single messages asked for by number. */
  messagesAtOnce: 50,
  /** A link of which a preview is shown. */
  linkCharacters: 2_000,
  linkTitleCharacters: 200,
  linkDescriptionCharacters: 300,
  siteNameCharacters: 80,
  pageFiles: 200,
  pageMessages: 200,
  pageMembers: 200,
  pageRooms: 100,
  pageHits: 50,
  /** What is typed into the search field. */
  searchCharacters: 300,
  directPeople: 50,
  addPeople: 50,
  watchedRooms: 50,
  checkedRooms: 1_000,
  /** Pinned messages of one room. */
  pins: 100,
  /** Messages that one person keeps for later. */
  saved: 1_000,
  /** What a poll asks. */
  questionCharacters: 300,
  pollAnswers: 10,
  answerCharacters: 100,
  /** Earlier texts of a message that are kept; of more, the oldest go. */
  edits: 20,
  /** So long after it was sent, a message can be taken back without a trace. */
  undoneMs: 10_000,
  /** Of those who replied in a thread, so many are shown with its message. */
  threadPeople: 3,
  /** Unread counts are exact up to here. */
  unreadCap: 999,
  /** Rooms with more members look receipts up on demand; nothing is broadcast. */
  receiptMembers: 100,
  /** Whom a message has reached is told of so many, those who read it last first. */
  receiptPeople: 500,
  /** Different emoji on one message. */
  reactionKinds: 20,
  /** Of those who reacted, so many are named with the message. */
  reactionPeople: 12,
  /** The longest emoji of the recommended set has 15; one of the server's own has 32, and two colons. */
  emojiCharacters: 34,
  /** A resync over more changes than this answers `reset`. */
  resyncRevs: 1_000,
  /** The last moment that there is (ECMA-262, time values): the end of what has no end. */
  forGood: 8_640_000_000_000_000,
  /** Typing is forgotten after this long without another signal. */
  typingMs: 6_000,
} as const;

/** Named rates, so that like requests are limited alike. */
export const rates = {
  read: { burst: 200, perMinute: 1_200 },
  write: { burst: 60, perMinute: 300 },
  send: { burst: 500, perMinute: 6_000 },
  pointer: { burst: 120, perMinute: 600 },
  signal: { burst: 60, perMinute: 300 },
  create: { burst: 20, perMinute: 20 },
  /** Pieces of uploads; a file of any size comes in few. */
  upload: { burst: 300, perMinute: 1_200 },
  /** Files and their thumbnails: a gallery asks for very many at once. */
  download: { burst: 1_500, perMinute: 6_000 },
  secret: { burst: 30, perMinute: 30 },
  /** Six digits are soon guessed: of one person, by whoever has their password already. */
  code: { burst: 10, perMinute: 2 },
  /** Every member of a large room comes with a picture. */
  picture: { burst: 1_000, perMinute: 3_000 },
  search: { burst: 40, perMinute: 120 },
} as const satisfies Record<string, Limiter>;
