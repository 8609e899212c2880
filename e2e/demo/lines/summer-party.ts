/** The end of one conversation as it might be: the one that pictures are taken of. */
interface Line {
  readonly by: string;
  readonly minutesAgo: number;
  readonly body: string;
  /** How many lines before this one the answered one stands. */
  readonly answers?: number;
}

export const summerParty: readonly Line[] = [
  {
    by: "Tomás Herrera",
    minutesAgo: 34,
    body: "For Saturday, shout if I forgot something:\n- tables from house 14\n- **two** long extension leads\n- lights in the plum tree",
  },
  { by: "Aisha Bello", minutesAgo: 33, body: "And music?" },
  { by: "Tomás Herrera", minutesAgo: 33, body: "The choir at seven, then whoever brings a guitar" },
  { by: "Isla Fraser", minutesAgo: 21, body: "I have the leads, and a tent in case it rains", answers: 3 },
  { by: "Ingrid Dahl", minutesAgo: 20, body: "It will not rain. I asked. ☀️" },
  {
    by: "Mara Lindqvist",
    minutesAgo: 12,
    body: 'The sign-up sheet does this now, so that nobody brings salad nine times:\n```ts\nif (salads.length >= 3) suggest("dessert");\n```',
  },
  { by: "Harper Quinn", minutesAgo: 11, body: "Finally, software that *matters* 😂" },
  { by: "🦊 Finn", minutesAgo: 4, body: "@mara_lindqvist is the grill still free?" },
  { by: "Mara Lindqvist", minutesAgo: 3, body: "All yours, Finn", answers: 1 },
  {
    by: "Samuel Osei",
    minutesAgo: 2,
    body: "The key to the yard hangs where it always hangs: ||behind the mailboxes||",
  },
];
