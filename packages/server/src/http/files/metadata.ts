const number = (text: string) => (/^\d{1,12}$/.test(text) ? Number(text) : text);

/** Keys whose values are no texts. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  voice: (text) => (text === "true" ? true : text),
  durationMs: number,
  width: number,
  height: number,
};

/**
 * What an `Upload-Metadata` header says (tus 1.0, creation): pairs with commas between, each a key, a space and a value in
 * base64. Whether it is what we want to know is for the contract to say.
 */
export function metadataIn(header: string | string[] | undefined): Record<string, unknown> {
  if (typeof header !== "string" || header.trim() === "") return {};
  const pairs = header.split(",").map((pair): [string, unknown] => {
    const [key = "", value = ""] = pair.trim().split(" ");
    const text = Buffer.from(value, "base64").toString("utf8");
    const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
    return [key, read === undefined ? text : read(text)];
  });
  return Object.fromEntries(pairs);
}
