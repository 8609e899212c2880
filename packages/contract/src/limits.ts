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
  pageMessages: 200,
  pageMembers: 200,
  pageRooms: 100,
  directPeople: 50,
  addPeople: 50,
  watchedRooms: 50,
  checkedRooms: 1_000,
  /** Unread counts are exact up to here. */
  unreadCap: 999,
  /** Rooms with more members look receipts up on demand; nothing is broadcast. */
  receiptMembers: 100,
  /** Whom a message has reached is told of so many, those who read it last first. */
  receiptPeople: 500,
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
  secret: { burst: 30, perMinute: 30 },
  /** Six digits are soon guessed: of one person, by whoever has their password already. */
  code: { burst: 10, perMinute: 2 },
  /** Every member of a large room comes with a picture. */
  picture: { burst: 1_000, perMinute: 3_000 },
  search: { burst: 40, perMinute: 120 },
} as const satisfies Record<string, Limiter>;
