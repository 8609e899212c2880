/** The steps of `npm test`, in order. A new kind of test is one more line here. */
import type { SystemPackage } from "./system-packages.ts";

export type Step = {
  name: string;
  /** A command, or nothing for the step that installs system packages. */
  command: string[];
  env?: Record<string, string>;
  /** How many tests ran: the step is one; vitest's JSON report; or a last line `N passed, N failed` of its own. */
  counts: "one" | "vitest" | "last line";
  /** System packages without which the step cannot run. */
  needs?: SystemPackage[];
  /** Left out of `bin/check`. */
  slow?: boolean;
  limitMinutes?: number;
  /** Leaves a core to another such step: the two run at once. */
  isHalf?: boolean;
};

const types = ["contract", "server", "client", "web", "terminal"].map((name) => `packages/${name}`);

export const steps: Step[] = [
  { name: "system", command: ["node", "bin/system-packages.ts"], counts: "one", slow: true, limitMinutes: 8 },
  { name: "lint", command: ["biome", "ci", "--error-on-warnings", "--max-diagnostics=100", "."], counts: "one" },
  { name: "style", command: ["node", "bin/source-rules.ts"], counts: "one", isHalf: true },
  { name: "boundaries", command: ["depcruise", "packages", "e2e", "bin"], counts: "one", isHalf: true },
  { name: "unused", command: ["knip", "--no-progress", "--no-config-hints"], counts: "one", isHalf: true },
  ...["bin", ...types, "e2e"].map((path) => ({
    name: `types:${path.replace("packages/", "")}`,
    command: ["tsc", "-p", path === "bin" ? "." : path],
    counts: "one" as const,
    isHalf: true,
  })),
  { name: "unit", command: ["vitest", "run"], counts: "vitest", limitMinutes: 8 },
  {
    name: "postgres",
    command: ["vitest", "run", "packages/server"],
    env: { PARLEY_TEST_DATABASE: "postgres" },
    counts: "vitest",
    needs: ["postgresql"],
    slow: true,
    limitMinutes: 10,
  },
  {
    name: "browsers",
    command: ["node", "e2e/browser/run.ts"],
    counts: "last line",
    needs: [
      ...(["chromium", "firefox-esr", "webkit2gtk-driver", "xvfb", "xauth", "dbus"] as const),
      ...(["fonts-dejavu-core", "fonts-noto-color-emoji"] as const),
    ],
    slow: true,
    limitMinutes: 20,
  },
  proof("kill", ["--rounds", "25"]),
  proof("kill", ["--bad"]),
  { ...proof("power", ["--rounds", "50"]), needs: ["strace"] },
  { ...proof("power", ["--bad"]), needs: ["strace"] },
  proof("fuzz", ["--packets", "20000"]),
  proof("upload", ["--rounds", "5"]),
  proof("herd", ["--people", "300"]),
  proof("herd", ["--bad"]),
];

/** The short form of a proof; the long one is a command of its own, with its result in `docs/proofs/`. */
function proof(name: "kill" | "power" | "fuzz" | "upload" | "herd", options: string[]): Step {
  const variant = options.includes("--bad") ? ":bad" : "";
  return {
    name: `proof:${name}${variant}`,
    // The herd measures how long people wait.
    isHalf: name !== "herd",
    command: ["node", `e2e/proof/${name}.ts`, ...options],
    counts: "last line",
    slow: true,
    limitMinutes: 8,
  };
}
