import type { UserId } from "@parley/contract";

const colors = [
  "green",
  "yellow",
  "blue",
  "magenta",
  "cyan",
  "redBright",
  "greenBright",
  "blueBright",
  "magentaBright",
];

/** A person's colour: the same everywhere and always. */
export function colorOf(userId: UserId): string {
  let sum = 0;
  for (const character of userId) sum = (sum * 31 + character.charCodeAt(0)) % 65_521;
  return colors[sum % colors.length] ?? "white";
}
