export const reactions = {
  react: "React",
  with: (emoji: string) => `React with ${emoji}`,
  more: "More emoji",
  tooMany: "This message has as many different reactions as fit. Join one of them.",
  impossible: "One cannot react with this emoji.",
  refused: (emoji: string) => `Your reaction ${emoji} was not added.`,
  kept: (emoji: string) => `Your reaction ${emoji} could not be taken back.`,
  none: "Nobody has reacted.",
  showMore: "Show more",
};
