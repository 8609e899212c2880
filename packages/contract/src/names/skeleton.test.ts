import fc from "fast-check";
import { expect, test } from "vitest";
import { RESERVED_NAMES } from "./reserved.ts";
import { looksReserved, skeleton } from "./skeleton.ts";

test.each([
  ["Paula", "Раulа"],
  ["paula", "pаulа"],
  ["PETER", "ΡΕΤΕR"],
  ["Hanna", "ΗАΝΝА"],
  ["Ian", "lan"],
  ["Bill", "BI11"],
  ["Zoo", "Z00"],
  ["Morn", "Mom"],
  ["Ewan", "Evvan"],
  ["Anna Lee", "anna.lee"],
  ["Ann", "ＡＮＮ"],
  ["Ann", "𝒜𝓃𝓃"],
  ["Anna", "Ạnna"],
  ["Lukas", "Łukas"],
  ["WALT", "ᎳᎪᏞᎢ".replace("Ꮮ", "L")],
  ["mia", "ᴍɪᴀ"],
  ["علي", "علی"],
  ["カナ", "力ナ"],
])("%s and %s look alike", (one, other) => {
  expect(skeleton(one)).toBe(skeleton(other));
});

test.each([
  ["Anna", "Hanna"],
  ["Bob", "Rob"],
  ["Ann Alee", "Anna Lee"],
  ["田中", "田口"],
  ["🦊", "🐺"],
  ["Sam 2", "Sam 3"],
  ["Дима", "Дина"],
])("%s and %s do not", (one, other) => {
  expect(skeleton(one)).not.toBe(skeleton(other));
});

test("names that look reserved are told from names that do not", () => {
  for (const name of RESERVED_NAMES) expect(looksReserved(name), name).toBe(true);
  for (const name of ["Аdmin", "adm1n", "A.D.M.I.N", "ΑDΜΙΝ", "Sуstem", "r00t", "rnod", "Everyоne"]) {
    expect(looksReserved(name), name).toBe(true);
  }
  for (const name of ["Adam", "Mina", "Allan", "Herb", "Meg", "Roota"]) expect(looksReserved(name), name).toBe(false);
});

test("case, accents and the way letters are composed make no difference", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(..."abcilmnorvwzéüñдйж01 -"), { maxLength: 20 }), (letters) => {
      const name = letters.join("");
      for (const other of [name.toUpperCase(), name.normalize("NFD"), ` ${name} `]) {
        expect(skeleton(other)).toBe(skeleton(name));
      }
    }),
  );
});
