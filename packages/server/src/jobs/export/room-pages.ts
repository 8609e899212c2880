import type { Message, User } from "@parley/contract";
import { dateAt } from "../../lib/clock.ts";
import type { ZipEntry } from "../../lib/zip-file.ts";
import { stickerFiles } from "../../store/file-uses.ts";
import type { Conversation, Gathering } from "./gathering.ts";
import { historyOf, Names } from "./history.ts";
import { pageFoot, pageHead } from "./page.ts";
import { stickerPath } from "./stickers.ts";
import { bodyHtml, escaped } from "./text-html.ts";

/** So many numbers a page holds: more of them and browsers take long to open it. */
const perPage = 2_000;

function pageCountOf({ state }: Conversation): number {
  return Math.max(1, Math.ceil((state.lastSeq - state.clearedSeq) / perPage));
}

/** The page's file, beside the other rooms'. The first is 1. */
export function pageFile({ stem }: Conversation, page: number): string {
  return page === 1 ? `${stem}.html` : `${stem}-${page}.html`;
}

/** A room's history to read, in as many pages as it needs. */
export function roomPages(gathering: Gathering, conversation: Conversation): ZipEntry[] {
  return Array.from({ length: pageCountOf(conversation) }, (_, at) => ({
    path: `rooms/${pageFile(conversation, at + 1)}`,
    content: () => pageOf(gathering, conversation, at + 1),
  }));
}

async function* pageOf(gathering: Gathering, conversation: Conversation, page: number): AsyncGenerator<string> {
  const { state, title } = conversation;
  const after = state.clearedSeq + (page - 1) * perPage;
  const until = Math.min(after + perPage, state.lastSeq);
  yield `${pageHead(title)}<h1 dir="auto">${escaped(title)}</h1>`;
  if (state.room.topic !== "") yield `<p class="quiet" dir="auto">${escaped(state.room.topic)}</p>`;
  yield linksOf(conversation, page, "Top");
  const names = new Names(gathering);
  let day = "";
  for await (const messages of historyOf(gathering, { roomId: state.room.id, after, until })) {
    const people = await names.of(messages);
    let text = "";
    for (const message of messages) {
      const its = gathering.times.day(message.sentAt);
      if (its !== day) text += `<h2>${its}</h2>\n`;
      day = its;
      text += articleOf(gathering, message, { sender: people.get(message.senderId), conversation });
    }
    yield text;
  }
  if (day === "") yield `<p class="quiet">Nothing is here.</p>`;
  yield linksOf(conversation, page, "Bottom") + pageFoot;
}

function articleOf(
  { times, blocked }: Gathering,
  message: Message,
  { sender, conversation }: { sender: User | undefined; conversation: Conversation },
): string {
  const { seq, sentAt, editedAt, replyTo } = message;
  const isoTime = dateAt(sentAt).toISOString();
  const head = [
    `<b><bdi>${escaped(sender?.name ?? "Somebody")}</bdi></b>`,
    `<time datetime="${isoTime}">${times.minute(sentAt)}</time>`,
    ...(editedAt === undefined ? [] : ["<small>edited</small>"]),
    ...(replyTo === undefined ? [] : [answerTo(replyTo, conversation)]),
  ].join(" ");
  const body =
    message.deletedAt === undefined
      ? `<div dir="auto">${stickerHtml(message) ?? bodyHtml(message.body)}</div>`
      : `<p class="quiet">This message was deleted.</p>`;
  const all = `<p>${head}</p>${body}${answersTo(message)}${reactionsTo(message)}`;
  const shown = blocked.has(message.senderId)
    ? `<details><summary class="quiet">A message from someone you blocked</summary>${all}</details>`
    : all;
  return `<article id="m${seq}">${shown}</article>\n`;
}

/** One of the server's own as its picture; one that comes with it as its emoji. */
function stickerHtml({ sticker }: Message): string | undefined {
  if (sticker === undefined) return undefined;
  const [id] = stickerFiles({ sticker });
  if (id === undefined) return bodyHtml(sticker.emoji);
  return `<p><img class="sticker" src="../${stickerPath(id)}" alt="${escaped(sticker.emoji)}"></p>`;
}

/** As they are read: what there is, and how much of it. */
function reactionsTo({ reactions = [] }: Message): string {
  if (reactions.length === 0) return "";
  return `<p class="quiet">${reactions.map(({ emoji, count }) => `${escaped(emoji)} ${count}`).join(" · ")}</p>`;
}

/** What could be answered to a poll, and how many did. */
function answersTo({ poll, votes }: Message): string {
  if (poll === undefined) return "";
  const lines = poll.answers.map((answer, at) => {
    const own = votes?.mine?.chosen.includes(at) ? " (your vote)" : "";
    return `<li><span dir="auto">${escaped(answer)}</span> · ${votes?.counts[at] ?? 0}${own}</li>`;
  });
  const state = poll.closedAt === undefined ? "" : " · closed";
  return `<ul>${lines.join("")}</ul><p class="quiet">Votes of ${votes?.voters ?? 0} people${state}</p>`;
}

function answerTo(seq: number, conversation: Conversation): string {
  const before = seq - conversation.state.clearedSeq;
  if (before <= 0) return "<small>an answer</small>";
  const file = pageFile(conversation, Math.ceil(before / perPage));
  return `<small><a href="${file}#m${seq}">an answer to this</a></small>`;
}

/** They stand twice on a page: the name tells one place from the other. */
function linksOf(conversation: Conversation, page: number, name: string): string {
  const count = pageCountOf(conversation);
  const links = [`<a href="../index.html">All conversations</a>`];
  if (page > 1) links.push(`<a href="${pageFile(conversation, page - 1)}">Earlier</a>`);
  if (count > 1) links.push(`<span class="quiet">Page ${page} of ${count}</span>`);
  if (page < count) links.push(`<a href="${pageFile(conversation, page + 1)}">Later</a>`);
  return `<nav aria-label="${name} of the page">${links.join("")}</nav>\n`;
}
