import type { ClientState } from "@parley/client";
import type { Whom } from "../commands/catalog.ts";
import { isBlocked } from "../people/blocked.ts";
import { conversationRequests } from "../people/requests.ts";
import { emojiByCode } from "../text/emoji-codes.ts";
import type { CompletionSources } from "./completion.ts";
import { slashCommands } from "./slash-command.ts";

/** What Tab may complete to, as things are. */
export function completionSources(state: ClientState): CompletionSources {
  const described = (command: string) => slashCommands.find(({ name }) => name === command);
  return {
    commands: slashCommands.map(({ name }) => `/${name}`),
    rooms: [...state.rooms.values()].map((entry) => entry.state.room.name).filter((name) => name !== ""),
    handles: (command) => handlesFor(state, command === null ? undefined : described(command)?.whom),
    codes: () => [...[...state.emoji.keys()].map((name) => `:${name}:`), ...emojiByCode().keys()],
    options: (command) => described(command)?.options ?? [],
  };
}

function handlesFor(state: ClientState, whom: Whom | undefined): string[] {
  const { people, me, relations } = state;
  const others = [...people.values()].filter(({ id }) => id !== me?.id);
  const requesters = new Set(conversationRequests(state).flatMap(({ from }) => from.map(({ id }) => id)));
  const fitting = others.filter(({ id }) => {
    if (whom === "asking") return relations.get(id)?.kind === "asking" || requesters.has(id);
    if (whom === "blocked") return isBlocked(state, id);
    return whom !== "strangers" || !relations.has(id);
  });
  return fitting.map(({ handle }) => handle);
}
