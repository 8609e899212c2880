/** What both ends check of a server's own stickers. Apart from the other limits, as few screens need it. */
export const stickerLimits = {
  sets: 50,
  /** Of each set. */
  stickers: 120,
  nameCharacters: 40,
  wordsCharacters: 100,
  /** The longer side, at most. */
  pixels: 512,
  bytes: 512 * 1024,
  /** Of one that moves. */
  movingBytes: 2 ** 20,
  /** A picture that one is made of, as it is uploaded. */
  sourceBytes: 8 * 2 ** 20,
} as const;
