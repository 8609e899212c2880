/**
 * The tree of a message's text. Renderers (web, terminal, previews) walk it and never see the source again, so that
 * what is markup is decided in one place. Nothing in it is HTML; every string is to be shown as it stands.
 */
export type Block = Paragraph | CodeBlock | Quote | List;

/** Lines of text. Line feeds inside text nodes are to be shown as line breaks. */
export interface Paragraph {
  kind: "paragraph";
  children: Inline[];
}

/** ```` ```language ```` and the lines up to the closing fence, verbatim; `language` is "" when none was named. */
export interface CodeBlock {
  kind: "codeBlock";
  language: string;
  text: string;
}

export interface Quote {
  kind: "quote";
  children: Block[];
}

/** `start` is the first number of an ordered list as it was typed; null for a list of dashes. */
export interface List {
  kind: "list";
  start: number | null;
  items: Block[][];
}

export type Inline = Text | Code | Styled | Link | Mention | RoomReference | EmojiCode;

export interface Text {
  kind: "text";
  text: string;
}

export interface Code {
  kind: "code";
  text: string;
}

export type Style = "bold" | "italic" | "strike" | "spoiler";

export interface Styled {
  kind: Style;
  children: Inline[];
}

/** `href` is a normalised http, https or mailto address and nothing else; `children` hold no further link or mention. */
export interface Link {
  kind: "link";
  href: string;
  children: Inline[];
}

/** `@name`: `handle` is folded (see foldHandle) and may belong to nobody; `text` is as typed, with its `@`. */
export interface Mention {
  kind: "mention";
  handle: string;
  text: string;
}

/** `:name:`, which may be of no emoji of the server's own: then show `text` as plain text. */
export interface EmojiCode {
  kind: "emoji";
  text: string;
}

/** `#name`: `name` is folded (see foldRoomName) and may belong to no room (`#1`): then show `text` as plain text. */
export interface RoomReference {
  kind: "room";
  name: string;
  text: string;
}
