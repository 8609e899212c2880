/**
 * Known-bad variants of the server: each takes away one thing that a promise rests on. A proof that does not turn red
 * on its variant proves nothing. They are made by changing a source as it is loaded; a text that is no longer there
 * stops the server, so that a variant cannot quietly become a good one.
 */
export interface Sabotage {
  readonly name: string;
  /** What the checker must say. */
  readonly breaks: readonly string[];
  readonly changes: readonly Change[];
  /** Only once the server is set up: what it breaks would break the setting up, too. */
  readonly isLate?: true;
}

export interface Change {
  /** The end of the file's path. */
  readonly file: string;
  readonly from: RegExp;
  readonly to: string;
}

export const killSabotages: readonly Sabotage[] = [
  {
    name: "ack-before-commit",
    isLate: true,
    breaks: ["R1", "R6", "R9"],
    changes: [
      {
        file: "store/dialects/group-commit.ts",
        from: /database\.exec\("begin immediate"\)/,
        to: 'if (!database.isTransaction) { database.exec("begin immediate"); setTimeout(() => database.exec("commit"), 400); }',
      },
      { file: "store/dialects/group-commit.ts", from: /database\.exec\("commit"\);\n {2}\} catch/, to: "} catch" },
    ],
  },
  {
    name: "no-unique-index",
    breaks: ["R4"],
    changes: [
      {
        file: "store/migrations/0001-first.ts",
        from: /(create table messages \(\s+id \S+) primary key/,
        to: "$1 not null",
      },
      {
        file: "store/messages.ts",
        from: /\.onConflict\(\(conflict\) => conflict\.column\("id"\)\.doNothing\(\)\)/,
        to: "",
      },
    ],
  },
  {
    name: "resume-off-by-one",
    breaks: ["R1", "R9"],
    changes: [
      {
        file: "store/messages.ts",
        from: /changedSince\.all\(this\.runner, \{ roomId, sinceRev, limit \}\)/,
        to: "changedSince.all(this.runner, { roomId, sinceRev: sinceRev + 1, limit })",
      },
    ],
  },
  {
    name: "no-visibility-check-on-resume",
    breaks: ["R12"],
    changes: [
      { file: "features/sync.ts", from: /await ctx\.access\.room\(roomId, "view"\);/, to: "" },
      {
        file: "store/room-states.ts",
        from: /(\.where\("members\.user_id", "=", userId\))\s*\.where\("members\.has_left", "=", 0\)/,
        to: "$1",
      },
    ],
  },
];

/** For the power cut: commits are written, and not waited for. */
export const powerSabotage: Sabotage = {
  name: "synchronous-normal",
  breaks: ["R2"],
  changes: [
    { file: "store/dialects/sqlite.ts", from: /pragma synchronous = full/, to: "pragma synchronous = normal" },
    { file: "store/dialects/sqlite.ts", from: /synchronous !== 2/, to: "synchronous !== 1" },
  ],
};

export const sabotages: readonly Sabotage[] = [...killSabotages, powerSabotage];
