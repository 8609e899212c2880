import { useSyncExternalStore } from "react";
import { useClient } from "../client-context.ts";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import { type Player, playerOf } from "./player.ts";
import type { Voice } from "./voice-after.ts";

/** The one that plays voice messages, and how it stands. */
export function usePlayer() {
  const player = playerOf(useClient());
  const state = useSyncExternalStore(player.subscribe, player.state);
  const toggle = useToggle(player);
  return { player, state, toggle };
}

function useToggle(player: Player): (voice: Voice) => void {
  const toast = useToast();
  const { voice: words } = useWords();
  return (voice) => {
    const { voice: current, isPlaying } = player.state();
    if (isPlaying && current?.file.id === voice.file.id) player.pause();
    else player.play(voice).catch(() => toast({ text: words.unplayable }));
  };
}
