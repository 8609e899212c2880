import type { ErrorCode } from "@parley/contract";
import { expect, test } from "vitest";
import { de } from "../words/de/index.ts";
import { whyRefused } from "./why-refused.ts";

const why = (code: ErrorCode, language = "de") => whyRefused(de, language, { code, message: "The server says so." });

test("says in the reader's language what stood in the way; in English the server says it better", () => {
  expect(why("not_found")).toBe("Du bist nicht mehr in dieser Unterhaltung.");
  expect(why("forbidden")).toBe("Du darfst dort nicht schreiben.");
  expect(why("not_reachable")).toBe("Diese Person nimmt keine Nachrichten von dir an.");
  expect(why("suspended")).toBe("Dieses Konto ist gesperrt.");
  expect(why("not_reachable", "en-GB")).toBe("The server says so.");
});
