/** What `JSON.stringify` leaves as it is although a terminal may obey it; inside JSON it can only stand in strings. */
const UNSAFE = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]/g;

/** One line of JSON that is safe to look at in a terminal and exact for the program that reads it. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
