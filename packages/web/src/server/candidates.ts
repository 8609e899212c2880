import { EMOJI, type FileId, fullEmoji, newId, stickerLimits } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { errorText, isWireError } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { OwnSet } from "./own-set.ts";
import { uploadDrawn } from "./upload-drawn.ts";

/** A picture that is to become a sticker. */
export interface Candidate {
  /** Another one for each try: an upload that was refused is not begun again. */
  readonly id: FileId;
  readonly picture: File;
  readonly emoji: string;
  readonly words: string;
  /** Why it was not taken, or will not be. */
  readonly error: string | null;
  /** `unfit`: it cannot be taken as it is. */
  readonly state: "waiting" | "unfit" | "added";
}

type Said = Partial<Omit<Candidate, "picture">>;

/** Pictures on their way into a set: what is said of each, and how far they are. They stay in their places. */
export function useCandidates({ id: setId }: Pick<OwnSet, "id">, pictures: readonly File[]) {
  const words = useWords();
  const text = words.stickers.own;
  const language = useLanguage();
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [candidates, setCandidates] = useState(() =>
    pictures.map((picture): Candidate => {
      const isLarge = picture.size > stickerLimits.sourceBytes;
      return { ...candidateOf(picture), ...(isLarge && { state: "unfit", error: text.tooLarge }) };
    }),
  );
  const waiting = candidates.filter(({ state }) => state === "waiting");
  const say = (picture: File, said: Said) =>
    setCandidates((before) => before.map((one) => (one.picture === picture ? { ...one, ...said } : one)));
  const leaveOut = (picture: File) => setCandidates((before) => before.filter((one) => one.picture !== picture));
  const whyNot = (error: unknown) =>
    isWireError(error) && error.code === "invalid" && !language.startsWith("en")
      ? text.noPicture
      : errorText(words, language, error);
  /** One after another; answers how many were taken. */
  const add = async () => {
    setBusy(true);
    let count = 0;
    for (const { id, picture, ...said } of waiting) {
      try {
        await uploadDrawn({ id, picture, use: "sticker" });
        await client.call("sticker:add", { setId, stickerId: id, emoji: said.emoji, words: said.words });
        say(picture, { state: "added", error: null });
        count += 1;
      } catch (error) {
        say(picture, { id: newId<FileId>(Date.now()), error: whyNot(error) });
      }
    }
    setBusy(false);
    return count;
  };
  return { candidates, waiting: waiting.length, say, leaveOut, add, isBusy };
}

/** What its name says of it is where one begins. */
function candidateOf(picture: File): Candidate {
  const name = picture.name.replace(/\.[^.]*$/, "");
  const [emoji = "🙂"] = (name.match(EMOJI) ?? []).flatMap((one) => fullEmoji(one) ?? []);
  const words = name
    .replace(EMOJI, " ")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .slice(0, stickerLimits.wordsCharacters);
  return { id: newId<FileId>(Date.now()), picture, emoji, words, error: null, state: "waiting" };
}
