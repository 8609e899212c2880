import { type ComponentType, lazy } from "react";
import type { Words } from "../words/words.ts";
import { GeneralSections } from "./general-sections.tsx";

export interface SettingsPart {
  /** In the address: `/settings/<id>`; the first has none. */
  readonly id: string;
  readonly label: (words: Words) => string;
  readonly Sections: ComponentType;
  /** Only those who keep order on the server have it. */
  readonly isForAdministrators?: true;
}

/** The parts of the settings, in the order of the bar above them. What is seldom looked at is loaded when it is. */
export const settingsParts: readonly SettingsPart[] = [
  { id: "", label: (words) => words.settings.general, Sections: GeneralSections },
  {
    id: "profile",
    label: (words) => words.profile.title,
    Sections: lazy(async () => ({ default: (await import("../profile/profile-sections.tsx")).ProfileSections })),
  },
  {
    id: "privacy",
    label: (words) => words.privacy.title,
    Sections: lazy(async () => ({ default: (await import("../privacy/privacy-sections.tsx")).PrivacySections })),
  },
  {
    id: "account",
    label: (words) => words.account.title,
    Sections: lazy(async () => ({ default: (await import("../account/account-sections.tsx")).AccountSections })),
  },
  {
    id: "emoji",
    label: (words) => words.emoji.title,
    Sections: lazy(async () => ({ default: (await import("../server/emoji-sections.tsx")).EmojiSections })),
  },
  {
    id: "stickers",
    label: (words) => words.stickers.title,
    Sections: lazy(async () => ({ default: (await import("../server/sticker-sections.tsx")).StickerSections })),
  },
  {
    id: "server",
    label: (words) => words.links.server,
    Sections: lazy(async () => ({ default: (await import("../server/server-sections.tsx")).ServerSections })),
    isForAdministrators: true,
  },
];
