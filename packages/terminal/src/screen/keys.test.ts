import type { ParleyClient } from "@parley/client";
import type { Key } from "ink";
import { beforeEach, expect, test } from "vitest";
import { noon, person, stateWith } from "../../test/rig/state.ts";
import { textOf } from "./composer.ts";
import { pressKey } from "./keys.ts";
import { Screen } from "./screen.ts";

let touched: number;
let screen: Screen;

beforeEach(() => {
  touched = 0;
  const state = stateWith({ me: person("Me") });
  screen = new Screen({
    client: { getState: () => state, on: () => () => undefined } as unknown as ParleyClient,
    server: { url: "http://server.test" },
    signal: new AbortController().signal,
    size: () => ({ columns: 80, rows: 24 }),
    clock: () => noon,
    quit: () => undefined,
    pictures: null,
    onTouch: () => {
      touched += 1;
    },
  });
});

const press = (input: string, key: Partial<Key> = {}) => pressKey(screen, input, key as Key);
const written = () => textOf(screen.getView().composer);

test("every key says that somebody is there", () => {
  press("a");
  press("", { leftArrow: true });
  expect(touched).toBe(2);
  expect(screen.activeAt).toBe(noon);
});

test("keys that arrive together are keys all the same", () => {
  press("first\u0015second\u007f\u0001the ");
  expect(written()).toBe("the secon");
});

test("a question takes one line, which is not remembered", async () => {
  const asked = screen.ask("The new one:", { isHidden: true });
  press("sesame\r");
  expect(await asked).toBe("sesame");
  expect(screen.getView()).toMatchObject({ mode: { kind: "new" }, composer: { characters: [], sent: [] } });
});

test("a question is given up by Esc, and by whatever else begins", async () => {
  const first = screen.ask("Clear? y/n", { isHidden: false });
  press("ye");
  press("", { escape: true });
  expect(await first).toBeNull();
  expect(written()).toBe("");
  const second = screen.ask("Clear? y/n", { isHidden: false });
  screen.change({ mode: { kind: "new" } });
  expect(await second).toBeNull();
});
