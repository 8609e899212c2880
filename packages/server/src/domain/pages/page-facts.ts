import { limits } from "@parley/contract";
import { type HeadTag, headTags } from "./head-tags.ts";
import { decoded, plainWords } from "./plain-words.ts";

/** What a page says of itself. */
export interface PageFacts {
  readonly title?: string;
  readonly description?: string;
  readonly siteName?: string;
  /** Where its picture is. */
  readonly image?: URL;
}

/** In the order in which they are asked: Open Graph, then what Twitter's cards have, then what HTML itself has. */
const properties = {
  title: ["og:title", "twitter:title"],
  description: ["og:description", "twitter:description", "description"],
  siteName: ["og:site_name", "application-name"],
  image: ["og:image:secure_url", "og:image:url", "og:image", "twitter:image", "twitter:image:src"],
} as const;

/** Reads the head of a page that came from `url`. Nothing in it is believed to be more than words. */
export function pageFacts(html: string, url: URL): PageFacts {
  const tags = headTags(html);
  const meta = metaIn(tags);
  const said = (names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value?.trim());
  const words = (text: string | undefined, most: number) => (text === undefined ? undefined : plainWords(text, most));
  const title = words(
    said(properties.title) ?? tags.find(({ name }) => name === "title")?.text,
    limits.linkTitleCharacters,
  );
  const description = words(said(properties.description), limits.linkDescriptionCharacters);
  const siteName = words(said(properties.siteName), limits.siteNameCharacters);
  const base = tags.find(({ name }) => name === "base")?.attributes.get("href");
  const image = imageAt(said(properties.image), base === undefined ? url : (URL.parse(decoded(base), url) ?? url));
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && description !== title && { description }),
    ...(siteName !== undefined && { siteName }),
    ...(image !== null && { image }),
  };
}

/** The first of each name stands. */
function metaIn(tags: readonly HeadTag[]): Map<string, string> {
  const meta = new Map<string, string>();
  for (const { name, attributes } of tags) {
    const property = (attributes.get("property") ?? attributes.get("name") ?? "").trim().toLowerCase();
    if (name === "meta" && property !== "" && !meta.has(property)) meta.set(property, attributes.get("content") ?? "");
  }
  return meta;
}

function imageAt(written: string | undefined, base: URL): URL | null {
  return written === undefined ? null : URL.parse(decoded(written).trim(), base);
}
