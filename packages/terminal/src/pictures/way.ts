/** How pictures are drawn: by a protocol of the terminal's, or as coloured halves of cells. */
export type PictureWay = "kitty" | "sixel" | "blocks" | "none";

const ways: readonly string[] = ["kitty", "sixel", "blocks", "none"] satisfies PictureWay[];

type Environment = Readonly<Record<string, string | undefined>>;

/** What is known of a terminal before it is asked. */
export interface PictureSurroundings {
  /** Null where only the terminal itself knows. */
  readonly way: PictureWay | null;
  /** It says of itself that it shows placeholders of pictures as text does: only of these it is believed. */
  readonly isKitty: boolean;
  /** All colours there are, not just the 256 that nearly every terminal has. */
  readonly hasAllColors: boolean;
}

/**
 * What the environment says. `PARLEY_PICTURES` decides if it names a way. Inside of tmux and screen there is no telling
 * what is outside: there, coloured halves of cells are right everywhere.
 */
export function pictureSurroundings(environment: Environment): PictureSurroundings {
  const { COLORTERM, KITTY_WINDOW_ID, TERM_PROGRAM } = environment;
  return {
    way: wayIn(environment),
    isKitty: KITTY_WINDOW_ID !== undefined || TERM_PROGRAM === "ghostty",
    hasAllColors: COLORTERM === "truecolor" || COLORTERM === "24bit",
  };
}

function wayIn(environment: Environment): PictureWay | null {
  const { PARLEY_PICTURES, TERM = "", TMUX, STY, NO_COLOR } = environment;
  if (isWay(PARLEY_PICTURES)) return PARLEY_PICTURES;
  if (NO_COLOR || TERM === "" || TERM === "dumb" || TERM === "linux" || !isUnicode(environment)) return "none";
  return TMUX || STY ? "blocks" : null;
}

function isWay(name: string | undefined): name is PictureWay {
  return name !== undefined && ways.includes(name);
}

function isUnicode({ LC_ALL, LC_CTYPE, LANG, WT_SESSION }: Environment): boolean {
  return WT_SESSION !== undefined || /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || "");
}
