import { useWords } from "../words/use-words.ts";

/** What a set is called: ours in the reader's language, others as their makers called them. */
export function useSetName(): (set: { readonly id: string; readonly name: string }) => string {
  const { sets } = useWords().stickers;
  return ({ id, name }) => (Object.hasOwn(sets, id) ? sets[id as keyof typeof sets] : name);
}
