import type { Key } from "ink";
import {
  type Composer,
  emptyComposer,
  erased,
  insert,
  type Motion,
  moved,
  movedLine,
  recalled,
  textOf,
} from "./composer.ts";
import { keyName } from "./key-name.ts";
import { beginEdit, lastMessage } from "./messages.ts";
import { markSeen, noteWriting, stepRoom } from "./rooms.ts";
import type { Screen } from "./screen.ts";
import { scrollBy, scrollPage } from "./scrolling.ts";
import { submit } from "./submit.ts";
import { completeWord } from "./tab.ts";

type Action = (screen: Screen) => void;

const edit =
  (change: (composer: Composer) => Composer): Action =>
  (screen) =>
    write(screen, change(screen.getView().composer));
const move = (motion: Motion): Action => edit((composer) => moved(composer, motion));
const erase = (motion: Motion): Action => edit((composer) => erased(composer, motion));
const newLine = edit((composer) => insert(composer, "\n"));

const actions: Readonly<Record<string, Action>> = {
  enter: submit,
  "alt+enter": newLine,
  "shift+enter": newLine,
  tab: (screen) => completeWord(screen, 1),
  "shift+tab": (screen) => completeWord(screen, -1),
  escape: giveUp,
  left: move("left"),
  right: move("right"),
  "ctrl+left": move("wordLeft"),
  "ctrl+right": move("wordRight"),
  "alt+left": move("wordLeft"),
  "alt+right": move("wordRight"),
  "alt+b": move("wordLeft"),
  "alt+f": move("wordRight"),
  home: move("lineStart"),
  end: move("lineEnd"),
  "ctrl+a": move("lineStart"),
  "ctrl+e": move("lineEnd"),
  backspace: erase("left"),
  delete: erase("right"),
  "ctrl+d": erase("right"),
  "ctrl+w": erase("wordLeft"),
  "alt+backspace": erase("wordLeft"),
  "ctrl+u": erase("lineStart"),
  "ctrl+k": erase("lineEnd"),
  "ctrl+p": edit((composer) => recalled(composer, -1)),
  "ctrl+n": edit((composer) => recalled(composer, 1)),
  up,
  down: (screen) => write(screen, movedLine(screen.getView().composer, 1) ?? screen.getView().composer),
  "alt+up": (screen) => stepRoom(screen, -1, false),
  "alt+down": (screen) => stepRoom(screen, 1, false),
  "alt+shift+up": (screen) => stepRoom(screen, -1, true),
  "alt+shift+down": (screen) => stepRoom(screen, 1, true),
  pageup: (screen) => scrollPage(screen, -1),
  pagedown: (screen) => scrollPage(screen, 1),
  "shift+up": (screen) => scrollBy(screen, -1),
  "shift+down": (screen) => scrollBy(screen, 1),
  "ctrl+c": (screen) => screen.quit(),
};

/** One event of the keyboard. Fast typing may bring several characters at once, controls such as Enter among them. */
export function pressKey(screen: Screen, input: string, key: Key): void {
  screen.touched();
  const name = keyName(input, key);
  if (name !== null) actions[name]?.(screen);
  else for (const part of input.split(/(\p{Cc})/u)) typeText(screen, part);
  if (name !== "tab" && name !== "shift+tab" && screen.getView().cycle) screen.change({ cycle: null });
  markSeen(screen);
}

function typeText(screen: Screen, part: string): void {
  if (part === "\r") submit(screen);
  else if (part === "\t") completeWord(screen, 1);
  else if (part === "\n") newLine(screen);
  else if (/^\p{Cc}$/u.test(part)) actions[controlName(part)]?.(screen);
  else if (part !== "") paste(screen, part);
}

/** The key that a control character stands for: a letter with Ctrl, or the one that erases. */
function controlName(control: string): string {
  const code = control.charCodeAt(0);
  return code === 0x7f || code === 0x08 ? "backspace" : `ctrl+${String.fromCharCode(code + 0x60)}`;
}

/** Pasted text keeps its lines; other controls have no business in a message. */
export function paste(screen: Screen, text: string): void {
  const clean = text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", "    ")
    .replace(/[^\P{Cc}\n]/gu, "");
  write(screen, insert(screen.getView().composer, clean));
}

/** The composer anew; what it says is told to the others and kept. */
function write(screen: Screen, composer: Composer): void {
  const before = screen.getView().composer;
  screen.change({ composer });
  if (textOf(before) !== textOf(composer)) noteWriting(screen);
}

/** ↑ in an empty composer edits one's last message; in a longer text it goes up a line. */
function up(screen: Screen): void {
  const { composer, mode } = screen.getView();
  const isEmpty = textOf(composer) === "" && mode.kind === "new";
  if (isEmpty) screen.attempt(async () => beginEdit(screen, lastMessage(screen, "mine")));
  else write(screen, movedLine(composer, -1) ?? composer);
}

/** Esc closes the panel first, then gives up editing or answering. */
function giveUp(screen: Screen): void {
  const { panel, mode, composer } = screen.getView();
  if (panel) {
    screen.change({ panel: null });
    return;
  }
  if (mode.kind === "edit" || mode.kind === "question")
    screen.change({ composer: { ...emptyComposer, sent: composer.sent } });
  screen.change({ mode: { kind: "new" } });
  noteWriting(screen);
}
