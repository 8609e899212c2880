/** What both ends check of a server's own emoji. Apart from the other limits, as few screens need it. */
export const emojiLimits = {
  ofServer: 1_000,
  /** The longer side, at most. */
  pixels: 128,
  bytes: 256 * 1024,
  /** A picture that one is made of, as it is uploaded. */
  sourceBytes: 8 * 2 ** 20,
} as const;
