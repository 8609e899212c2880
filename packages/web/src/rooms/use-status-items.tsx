import type { Settings } from "@parley/contract";
import { CircleMinus, EyeOff, Smile, Sun } from "lucide-react";
import { useSettings } from "../settings/use-settings.ts";
import type { MenuItem } from "../ui/menu.tsx";
import { useMe } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { useDialogs } from "./use-dialogs.ts";

const SIZE = 18;

/** How others see me, and what I say I am about. */
export function useStatusItems(): readonly MenuItem[] {
  const { status: words } = useWords();
  const me = useMe();
  const open = useDialogs();
  const { settings, change } = useSettings();
  const choice = (presence: Settings["presence"], label: string, icon: MenuItem["icon"]): MenuItem => ({
    id: presence,
    label,
    icon,
    isChosen: settings.presence === presence,
    onSelect: () => change({ presence }),
  });
  const now = me?.status;
  return [
    choice("auto", words.online, <Sun size={SIZE} />),
    choice("busy", words.busy, <CircleMinus size={SIZE} />),
    choice("invisible", words.invisible, <EyeOff size={SIZE} />),
    {
      id: "status",
      label: now ? `${now.emoji} ${now.text}`.trim() : words.set,
      icon: <Smile size={SIZE} />,
      startsGroup: true,
      onSelect: () => open("status"),
    },
  ];
}
