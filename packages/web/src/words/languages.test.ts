import { expect, test } from "vitest";
import { chooseLanguage } from "./languages.ts";

test.each([
  ["system", ["de-AT", "en"], "de"],
  ["system", ["fr", "en-GB", "de"], "en"],
  ["system", ["fr", "ja"], "en"],
  ["de", ["en"], "de"],
  ["xx", ["de"], "en"],
])("%s with %j gives %s", (wanted, preferred, language) => {
  expect(chooseLanguage(wanted, preferred)).toBe(language);
});
