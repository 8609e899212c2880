import type { User } from "@parley/contract";
import { type KeyboardEvent, useState } from "react";
import { isComposing } from "../keys.ts";
import { usePeopleSearch } from "./use-people-search.ts";

export interface PickerOptions {
  picked: readonly User[];
  onPick: (picked: readonly User[]) => void;
  /** Not offered: they are in already. */
  isLeftOut?: (user: User) => boolean;
  most: number;
}

export interface Picker {
  text: string;
  setText: (text: string) => void;
  found: readonly User[];
  /** Which of those found Enter takes; -1 for none. */
  active: number;
  isFull: boolean;
  /** There is somebody of this name, but picked or left out. */
  hasUnoffered: boolean;
  /** Nothing more is on its way for this text. */
  isSettled: boolean;
  take: (user: User | undefined) => void;
  giveBack: (user: User | undefined) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/**
 * Arrows move in the list, Enter takes, Backspace in an empty box gives the last one back. Enter in an empty box with
 * somebody picked is left to the form around it.
 */
export function usePicker({ picked, onPick, isLeftOut, most }: PickerOptions): Picker {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const search = usePeopleSearch(text);
  const found = search.found.filter((user) => !isLeftOut?.(user) && !picked.some((one) => one.id === user.id));
  const active = Math.min(chosen, found.length - 1);
  const isFull = picked.length >= most;
  const write = (next: string) => {
    setText(next);
    setChosen(0);
  };
  const take = (user: User | undefined) => {
    if (user === undefined || isFull) return;
    onPick([...picked, user]);
    write("");
  };
  const giveBack = (user: User | undefined) => onPick(picked.filter((one) => one !== user));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "ArrowDown") setChosen(Math.min(active + 1, found.length - 1));
    else if (event.key === "ArrowUp") setChosen(Math.max(active - 1, 0));
    else if (event.key === "Enter" && (text !== "" || picked.length === 0)) take(found[active]);
    else if (event.key === "Backspace" && text === "") giveBack(picked.at(-1));
    else return;
    event.preventDefault();
  };
  const hasUnoffered = found.length < search.found.length;
  return {
    hasUnoffered,
    text,
    setText: write,
    found,
    active,
    isFull,
    isSettled: search.isSettled,
    take,
    giveBack,
    onKeyDown,
  };
}
