import { ParleyError, type Status, type User, type UserId } from "@parley/contract";
import { describe, expect, test } from "vitest";
import { bare, bioOf, line, presented, statusOf, timeZoneOf } from "./profiles.ts";

const status: Status = { emoji: "🌴", text: "Away", until: 100 };
const user: User = { id: "u" as UserId, handle: "anna", name: "Anna", role: "person", avatar: "v", status };
const known: User = { id: "u" as UserId, handle: "anna", name: "Anna", role: "person" };

const fieldOf = (attempt: () => unknown) => {
  try {
    attempt();
    return "none";
  } catch (error) {
    return error instanceof ParleyError && error.code === "invalid" ? error.field : String(error);
  }
};

describe("a person as a viewer sees them", () => {
  test("across a block, and in a room's events, only who they are", () => {
    expect(bare(user)).toEqual(known);
    expect(bare({ ...user, isGone: true })).toEqual({ ...known, isGone: true });
    expect(presented(user, { isWithheld: true, now: 0 })).toEqual(known);
  });

  test("a status ends when it says", () => {
    expect(presented(user, { isWithheld: false, now: 99 })).toEqual(user);
    expect(presented(user, { isWithheld: false, now: 100 })).toEqual({ ...known, avatar: "v" });
    const lasting: User = { ...known, status: { ...status, until: null } };
    expect(presented(lasting, { isWithheld: false, now: Number.MAX_SAFE_INTEGER })).toEqual(lasting);
  });
});

describe("a status", () => {
  test.each(["", "🌴", "👩🏽‍🚀", "🏳️‍🌈", "🇩🇪", "❤️"])("has one emoji or none: %j", (emoji) => {
    expect(statusOf({ emoji, text: "x", until: null }, 0)).toEqual({ emoji, text: "x", until: null });
  });

  test.each(["🌴🌴", "x", " ", "🌴x", "x🌴", "<b>", "\u202e"])("but not %j", (emoji) => {
    expect(fieldOf(() => statusOf({ emoji, text: "x", until: null }, 0))).toBe("status.emoji");
  });

  test("is one line, without what would turn its surroundings around", () => {
    expect(statusOf({ emoji: "", text: " a\n\tb\u202ec ", until: null }, 0)?.text).toBe("a b c");
  });

  test("without anything is none", () => {
    expect(statusOf({ emoji: "", text: " \n ", until: 5 }, 0)).toBeNull();
  });

  test("cannot be over before it begins", () => {
    expect(fieldOf(() => statusOf({ emoji: "", text: "x", until: 5 }, 5))).toBe("status.until");
    expect(statusOf({ emoji: "", text: "x", until: 6 }, 5)?.until).toBe(6);
  });
});

test("texts are cleaned, and refused when too long or broken", () => {
  expect(bioOf(" I write.\r\nOften.\u001b[31m ")).toBe("I write.\nOften.[31m");
  expect(fieldOf(() => bioOf("\ud800"))).toBe("bio");
  expect(fieldOf(() => bioOf("x".repeat(301)))).toBe("bio");
  expect(fieldOf(() => line("x".repeat(81), 80, "line"))).toBe("line");
});

test("time zones are those that the IANA names", () => {
  expect(["Europe/Berlin", "europe/berlin", "UTC"].map(timeZoneOf)).toEqual(["Europe/Berlin", "Europe/Berlin", "UTC"]);
  for (const zone of ["", "+01:00", "Nowhere/At_All", "Europe/Berlin\n", "__proto__", "../etc/passwd"])
    expect(fieldOf(() => timeZoneOf(zone))).toBe("timeZone");
});
