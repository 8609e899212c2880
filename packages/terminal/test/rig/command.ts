import type { ClientState } from "@parley/client";
import {
  type CommandName,
  type Input,
  type MessageId,
  newId,
  type Output,
  type QueryName,
  type RoomId,
} from "@parley/contract";
import type { Answer } from "../../src/commands/answer.ts";
import type { PeopleCommand } from "../../src/commands/catalog.ts";
import type { CommandContext } from "../../src/commands/context.ts";
import { runPeopleCommand } from "../../src/commands/run.ts";
import { lineText } from "../../src/text/spans.ts";
import { noon } from "./state.ts";

type Replies = { readonly [N in QueryName | CommandName]?: Output<N> | ((input: Input<N>) => Output<N>) };

export interface CommandRigOptions {
  readonly state: ClientState;
  readonly roomId?: RoomId | null;
  /** What the server would answer. */
  readonly replies?: Replies;
  /** What the person types when they are asked, in order; null gives up. */
  readonly typed?: readonly (string | null)[];
  readonly url?: string;
}

/** Commands run against a client that answers as told, and remembers what it was asked. */
export class CommandRig {
  readonly asked: [name: string, input: unknown][] = [];
  readonly questions: { text: string; isHidden: boolean }[] = [];
  readonly said: string[] = [];
  readonly #context: CommandContext;

  constructor({ state, roomId = null, replies = {}, typed = [], url = "http://server.test" }: CommandRigOptions) {
    const left = [...typed];
    const call = async (name: keyof Replies, input: unknown) => {
      this.asked.push([name, input]);
      const reply: unknown = replies[name];
      if (reply === undefined) throw new Error(`Nobody expected ${name}.`);
      return typeof reply === "function" ? reply(input) : reply;
    };
    this.#context = {
      client: {
        getState: () => state,
        call: call as CommandContext["client"]["call"],
        sendSticker: async (...sent) => {
          this.asked.push(["sendSticker", sent]);
          return newId<MessageId>(noon);
        },
        sendPoll: async (...sent) => {
          this.asked.push(["sendPoll", sent]);
          return newId<MessageId>(noon);
        },
        remove: async (...removed) => void this.asked.push(["remove", removed]),
        forward: async (forwarding) => void this.asked.push(["forward", forwarding]),
        sendFiles: async (...sent) => {
          this.asked.push(["sendFiles", sent]);
          return newId<MessageId>(noon);
        },
      },
      server: { url, token: "a-token" },
      signal: new AbortController().signal,
      roomId,
      clock: () => noon,
      say: (text) => void this.said.push(text),
      ask: async (text, { isHidden }) => {
        this.questions.push({ text, isHidden });
        return left.shift() ?? null;
      },
    };
  }

  run(name: PeopleCommand, rest = ""): Promise<Answer> {
    return runPeopleCommand(this.#context, name, rest);
  }

  /** What people read. */
  async lines(name: PeopleCommand, rest = ""): Promise<string[]> {
    const { lines } = await this.run(name, rest);
    return lines.map((line) => lineText(line).trimEnd());
  }
}
