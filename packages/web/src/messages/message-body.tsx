import { type Block, emojiOnly, type Inline, type Message } from "@parley/contract";
import { Fragment, memo, type ReactNode } from "react";
import { EmojiSign } from "../emoji/emoji-sign.tsx";
import { classes } from "../ui/classes.ts";
import { useClientState } from "../use-client-state.ts";
import { CodeBlock } from "./code-block.tsx";
import styles from "./message-body.module.css";
import { MentionLink, RoomLink, TextLink } from "./message-links.tsx";
import { parsed } from "./parsed.ts";
import { Spoiler } from "./spoiler.tsx";

/** Emoji of the server's own. */
const CODES = /:[a-z0-9_+-]{2,32}:/g;

/** A message's text as elements; never as HTML. */
export const MessageBody = memo(function MessageBody({ message }: { message: Message }) {
  const { body } = message;
  const count = body.length < 200 ? emojiOnly(body.replace(CODES, "😀")) : 0;
  const isJumbo = useClientState(({ emoji }) => {
    const isKnown = (code: string) => emoji.has(code.slice(1, -1));
    return count > 0 && count <= 5 && (body.match(CODES) ?? []).every(isKnown);
  });
  return (
    <div className={classes(styles.body, isJumbo && styles.jumbo)} dir="auto">
      {blocks(parsed(message))}
    </div>
  );
});

function blocks(list: readonly Block[]): ReactNode {
  const [first, ...others] = list;
  if (first !== undefined && others.length === 0) return blockOf(first);
  return list.map((block, at) => <Fragment key={keyAt(at)}>{blockOf(block)}</Fragment>);
}

function blockOf(block: Block): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return (
        <p className={styles.paragraph} dir="auto">
          {inlines(block.children)}
        </p>
      );
    case "codeBlock":
      return <CodeBlock language={block.language} text={block.text} />;
    case "quote":
      return <blockquote className={styles.quote}>{blocks(block.children)}</blockquote>;
    case "list":
      return block.start === null ? (
        <ul className={styles.bullets}>{listed(block.items)}</ul>
      ) : (
        <ol className={styles.numbers} start={block.start}>
          {listed(block.items)}
        </ol>
      );
  }
}

function listed(items: readonly Block[][]): ReactNode {
  return items.map((item, at) => <li key={keyAt(at)}>{blocks(item)}</li>);
}

function inlines(list: readonly Inline[]): ReactNode {
  const [first, ...others] = list;
  if (first !== undefined && others.length === 0) return inlineOf(first);
  return list.map((inline, at) => <Fragment key={keyAt(at)}>{inlineOf(inline)}</Fragment>);
}

function inlineOf(inline: Inline): ReactNode {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "emoji":
      return <EmojiSign emoji={inline.text} />;
    case "code":
      return <code className={styles.code}>{inline.text}</code>;
    case "bold":
      return <strong>{inlines(inline.children)}</strong>;
    case "italic":
      return <em>{inlines(inline.children)}</em>;
    case "strike":
      return <s>{inlines(inline.children)}</s>;
    case "spoiler":
      return <Spoiler>{inlines(inline.children)}</Spoiler>;
    case "link":
      return <TextLink href={inline.href}>{inlines(inline.children)}</TextLink>;
    case "mention":
      return <MentionLink handle={inline.handle} text={inline.text} />;
    case "room":
      return <RoomLink name={inline.name} text={inline.text} />;
  }
}

/** A tree never changes in place: a new text is a new tree, so positions are good keys. */
function keyAt(at: number): string {
  return `${at}`;
}
