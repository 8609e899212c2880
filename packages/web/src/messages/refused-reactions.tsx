import { useEffect } from "react";
import { useClient } from "../client-context.ts";
import { useToast } from "../ui/toast.tsx";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

/** A reaction or vote that the server would not have is gone as it came: says why. */
export function RefusedReactions() {
  const words = useWords();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  useEffect(
    () =>
      client.on("refused", ({ name, input }, error) => {
        const { reactions } = words;
        if (name === "poll:vote") toast({ text: `${words.polls.refused} ${errorText(words, language, error)}` });
        if (name !== "reaction:add" && name !== "reaction:remove") return;
        const what = name === "reaction:add" ? reactions.refused(input.emoji) : reactions.kept(input.emoji);
        const why = error.code === "conflict" ? reactions.tooMany : errorText(words, language, error);
        toast({ text: `${what} ${why}` });
      }),
    [client, toast, words, language],
  );
  return null;
}
