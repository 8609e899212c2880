import type { ClientState } from "@parley/client";
import type { Relation, User } from "@parley/contract";
import { availabilitySign, friendAvailability } from "../people/availability.ts";
import { type ConversationRequest, conversationRequests } from "../people/requests.ts";
import { type Line, type Span, span } from "../text/spans.ts";
import { visible } from "../text/visible.ts";
import { type Answer, type Fact, headed } from "./answer.ts";
import type { CommandContext } from "./context.ts";

interface Known {
  readonly relation: Relation;
  readonly user: User;
}

/** In the order of the list; what can be done stands behind the title. */
const sections: readonly { kind: Relation["kind"]; title: string }[] = [
  { kind: "asking", title: "They ask to be your friend: /accept or /decline" },
  { kind: "friend", title: "Friends" },
  { kind: "asked", title: "You asked: /unfriend takes it back" },
  { kind: "blocked", title: "Blocked: /unblock" },
];

/** Everybody to whom I stand somehow, and the conversations that strangers began. */
export async function listFriends({ client }: CommandContext): Promise<Answer> {
  const state = client.getState();
  const requests = conversationRequests(state);
  const lines: Line[] = [];
  const facts: Fact[] = [];
  for (const { kind, title } of sections) {
    const known = knownAs(state, kind);
    if (known.length > 0) lines.push(headed(title));
    for (const one of known) {
      lines.push(knownLine(state, one));
      facts.push(knownFact(state, one));
    }
    if (kind === "asking") lines.push(...requestLines(requests));
  }
  for (const { from } of requests) facts.push({ type: "request", from: from.map(({ handle }) => handle) });
  if (lines.length === 0) lines.push([span("You have no friends here yet: /add @name asks somebody.")]);
  return { lines, facts };
}

/** Those who are here first, then by name. */
function knownAs(state: ClientState, kind: Relation["kind"]): Known[] {
  const known = [...state.relations.values()].flatMap((relation) => {
    const user = state.people.get(relation.userId);
    return user && relation.kind === kind ? [{ relation, user }] : [];
  });
  const isAbsent = ({ user }: Known) => Number(friendAvailability(state, user.id) === "offline");
  return known.sort((a, b) => isAbsent(a) - isAbsent(b) || a.user.name.localeCompare(b.user.name));
}

function knownLine(state: ClientState, { relation, user }: Known): Line {
  const isFriend = relation.kind === "friend";
  const sign = isFriend ? availabilitySign(friendAvailability(state, user.id)) : span(" ");
  const line = relation.line === "" ? "" : `  “${visible(relation.line)}”`;
  return [sign, ...nameSpans(user), span(line), span(isFriend ? statusText(user) : "")];
}

function requestLines(requests: readonly ConversationRequest[]): Line[] {
  if (requests.length === 0) return [];
  const title = headed("Strangers who wrote to you: /accept, /decline or /block");
  return [title, ...requests.map(({ from }): Line => [span(" "), ...from.flatMap(nameSpans)])];
}

function nameSpans({ name, handle }: User): Span[] {
  return [span(` ${visible(name)}`, { isBold: true }), span(`  @${visible(handle)}`, { isDim: true })];
}

function statusText({ status }: User): string {
  return status ? `  ${visible(`${status.emoji} ${status.text}`.trim())}` : "";
}

function knownFact(state: ClientState, { relation, user }: Known): Fact {
  const { kind, line, since } = relation;
  const { handle, name } = user;
  const availability = kind === "friend" ? { availability: friendAvailability(state, user.id) } : {};
  return { type: kind, handle, name, ...(line === "" ? {} : { line }), since, ...availability };
}
