import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

/** Choosing emoji. */
export const emoji = {
  title: "Emoji",
  search: "Search emoji",
  headings: "Kinds of emoji",
  loading: "Loading emoji",
  failed: "The emoji could not be loaded. Check the connection.",
  none: (query: string) => `No emoji fits “${query}”.`,
  found: (count: number) => plural(count, { one: "# emoji found", other: "# emoji found" }),
  tone: "Skin tone",
  tones: ["No skin tone", "Light", "Medium light", "Medium", "Medium dark", "Dark"] as readonly string[],
  sections: {
    found: "Found",
    recent: "Used lately",
    own: "This server’s own",
    faces: "Smileys and feelings",
    people: "People",
    nature: "Animals and nature",
    food: "Food and drink",
    travel: "Travel and places",
    activities: "Activities",
    objects: "Objects",
    symbols: "Symbols",
    flags: "Flags",
  },
  /** Those of the server's own, in the settings. */
  own: {
    add: "Add an emoji",
    addHint: "Everybody on this server can then write it as :name:, and react with it.",
    choose: "Choose a picture",
    chosen: (file: string) => `Choose another picture than ${file}`,
    tooLarge: "This picture is too large: at most 8 MB.",
    name: "Name",
    nameHint: "2 to 32 small letters a–z, digits, _, + or -.",
    wasAdded: (name: string) => `:${name}: was added.`,
    here: (count: number) => (count === 0 ? "On this server" : `On this server (${count})`),
    hereHint: "Messages keep the name of an emoji: what is removed is shown as its name.",
    mayNot: "The administrators of this server add emoji here.",
    none: "There are none yet.",
    added: (name: string, when: string) => `Added by ${name}, ${when}`,
    remove: "Remove",
    removeNamed: (name: string) => `Remove :${name}:`,
    removeSure: (name: string) => `Remove :${name}:?`,
    removeText: "Its picture is deleted. In messages and reactions its name stands in its place.",
    removed: (name: string) => `:${name}: was removed.`,
    everyone: "Everybody may add emoji and stickers",
    everyoneHint: "Otherwise only the administrators of this server. They can remove any.",
  },
};
