import { type MemberRole, openRules, type Permission, permissions } from "@parley/contract";
import { describe, expect, test } from "vitest";
import { judge, mayDelete, mayRemove, type Stance, whyForbidden } from "./permissions.ts";

const strictRules = {
  post: "moderators",
  invite: "moderators",
  mentionAll: "moderators",
  pin: "moderators",
  linkPreviews: true,
  slowModeMs: 0,
} as const;
const roles: MemberRole[] = ["member", "moderator", "owner"];
const rooms = {
  public: { kind: "public", isLobby: false, rules: openRules },
  lobby: { kind: "public", isLobby: true, rules: openRules },
  private: { kind: "private", isLobby: false, rules: openRules },
  direct: { kind: "direct", isLobby: false, rules: openRules },
} as const satisfies Record<string, Stance["room"]>;

/** Who may, room by room: `o`wner, `m`oderator, member (`p`), outsider (`x`); everyone else may not. */
const allowed: Record<Permission, Record<keyof typeof rooms, string>> = {
  view: { public: "omp", lobby: "omp", private: "omp", direct: "omp" },
  post: { public: "omp", lobby: "omp", private: "omp", direct: "omp" },
  react: { public: "omp", lobby: "omp", private: "omp", direct: "omp" },
  join: { public: "ompx", lobby: "ompx", private: "", direct: "" },
  invite: { public: "omp", lobby: "omp", private: "omp", direct: "" },
  add: { public: "omp", lobby: "omp", private: "omp", direct: "" },
  remove: { public: "om", lobby: "", private: "om", direct: "" },
  moderate: { public: "om", lobby: "om", private: "om", direct: "" },
  change: { public: "om", lobby: "om", private: "om", direct: "" },
  expire: { public: "om", lobby: "om", private: "om", direct: "omp" },
  "mention-all": { public: "omp", lobby: "omp", private: "omp", direct: "" },
  pin: { public: "omp", lobby: "omp", private: "omp", direct: "omp" },
  thread: { public: "omp", lobby: "omp", private: "omp", direct: "" },
  discipline: { public: "om", lobby: "om", private: "om", direct: "" },
  govern: { public: "o", lobby: "o", private: "o", direct: "" },
};
const letters = { owner: "o", moderator: "m", member: "p" } as const;

describe.each(permissions)("%s", (permission) => {
  test.each(Object.keys(rooms) as (keyof typeof rooms)[])("in a %s room", (kind) => {
    const room = rooms[kind];
    for (const role of roles) {
      const expected = allowed[permission][kind].includes(letters[role]) ? "allowed" : "forbidden";
      expect({ role, verdict: judge(permission, { room, role }) }).toEqual({ role, verdict: expected });
    }
    const outside = room.kind !== "public" ? "not_found" : permission === "join" ? "allowed" : "forbidden";
    expect(judge(permission, { room, role: null })).toBe(outside);
  });
});

test("a room's rules leave writing, inviting, calling everyone and pinning to its moderators, nothing else", () => {
  const room = { ...rooms.public, rules: strictRules };
  const left = permissions.filter(
    (permission) =>
      judge(permission, { room: rooms.public, role: "member" }) !== judge(permission, { room, role: "member" }),
  );
  expect(left).toEqual(["post", "invite", "add", "mention-all", "pin", "thread"]);
  for (const permission of left) expect(judge(permission, { room, role: "moderator" })).toBe("allowed");
});

test("who is muted does not write, react, call everyone, pin or begin threads, and may do all else", () => {
  const may = (isMuted: boolean) =>
    permissions.filter((one) => judge(one, { room: rooms.public, role: "owner", isMuted }) === "allowed");
  expect(may(false).filter((one) => !may(true).includes(one))).toEqual([
    "post",
    "react",
    "mention-all",
    "pin",
    "thread",
  ]);
});

test("why something is forbidden is said in words", () => {
  const why = (permission: Permission, role: MemberRole | null, room: Stance["room"] = rooms.public) =>
    whyForbidden(permission, { room: { ...room, rules: strictRules }, role });
  expect(why("post", null)).toBe("Join the room first.");
  expect(why("post", "member")).toBe("Only moderators write in this room.");
  expect(why("invite", "member")).toBe("Only moderators bring people into this room.");
  expect(why("mention-all", "member")).toBe("Only moderators call everyone in this room.");
  expect(why("pin", "member")).toBe("Only moderators pin messages in this room.");
  expect([why("govern", "member"), why("invite", "member", rooms.direct)]).toEqual(
    Array(2).fill("You may not do this in this room."),
  );
});

test("one takes out only those who rank below", () => {
  const pairs = roles.flatMap((actor) => roles.map((target) => [actor, target] as const));
  const may = pairs.filter(([actor, target]) => mayRemove(actor, target)).map((pair) => pair.join(" > "));
  expect(may).toEqual(["moderator > member", "owner > member", "owner > moderator"]);
});

test("one deletes one's own message anywhere, others' as a moderator, but never in a private conversation", () => {
  for (const room of Object.values(rooms)) {
    for (const role of roles) {
      expect(mayDelete({ room, role }, true)).toBe(true);
      expect(mayDelete({ room, role }, false)).toBe(role !== "member" && room.kind !== "direct");
    }
  }
});
