import { parseArgs } from "node:util";
import { killSabotages, type Sabotage } from "./bad/sabotages.ts";
import { playRound, type RoundResult } from "./kill/round.ts";
import { createWorld } from "./kill/world.ts";
import { temporaryFolder } from "./rig/parley.ts";
import { seeded } from "./rig/random.ts";
import { commit, machine, today, writeDocument } from "./rig/report.ts";

/**
 * R1, R4, R5, R6, R7, R8, R9, R15: the server is killed with -9 under load from real clients, acks are lost and
 * connections cut in the middle of frames; afterwards every promise must hold. `--rounds`, `--seed`; `--bad` runs the
 * known-bad servers instead, each of which must turn it red; `--write` keeps the result in docs/proofs.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "25" },
    seed: { type: "string" },
    bad: { type: "boolean", default: false },
    only: { type: "string" },
    write: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Date.now() % 1_000_000);

interface Total {
  passed: number;
  failed: number;
  acked: number;
  refusals: Map<string, number>;
  acksDropped: number;
  cuts: number;
  resumes: number;
  resets: number;
  rules: Set<string>;
}

async function playRounds(count: number, sabotage?: Sabotage): Promise<Total> {
  const random = seeded(seed);
  const data = temporaryFolder("kill");
  const world = await createWorld({ data, random, ...(sabotage && { sabotage }) });
  const total: Total = {
    passed: 0,
    failed: 0,
    acked: 0,
    refusals: new Map(),
    acksDropped: 0,
    cuts: 0,
    resumes: 0,
    resets: 0,
    rules: new Set(),
  };
  try {
    for (let round = 1; round <= count; round += 1) {
      const result = await playRound(world, round, random);
      add(total, result);
      if (!sabotage || values.verbose) tell(round, result);
      if (sabotage && total.failed > 0) break;
    }
    for (const { resumes } of world.people) {
      total.resumes += resumes.changes + resumes.resets;
      total.resets += resumes.resets;
    }
  } finally {
    await world.close();
  }
  return total;
}

function add(total: Total, result: RoundResult): void {
  if (result.violations.length === 0) total.passed += 1;
  else total.failed += 1;
  total.acked += result.acked;
  for (const code of result.refusals) total.refusals.set(code, (total.refusals.get(code) ?? 0) + 1);
  total.acksDropped += result.acksDropped;
  total.cuts += result.cuts;
  for (const violation of result.violations) total.rules.add(violation.rule);
}

function tell(round: number, result: RoundResult): void {
  const { acked, refusals, acksDropped, cuts, violations } = result;
  const verdict = violations.length === 0 ? "passed" : `FAILED, ${violations.length} violations`;
  console.log(
    `round ${round}: ${acked} acked, ${refusals.length} refused or withdrawn, ${acksDropped} acks lost, ${cuts} cuts: ${verdict}`,
  );
  for (const violation of violations.slice(0, 8)) console.log(`  ${violation.rule}: ${violation.text}`);
}

async function good(): Promise<boolean> {
  const startedAt = Date.now();
  const total = await playRounds(rounds);
  const share = total.resumes === 0 ? 1 : 1 - total.resets / total.resumes;
  const isGood = total.failed === 0 && share >= 0.99 && total.acked > 0;
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const resumed = `${(share * 100).toFixed(2)} %`;
  const refusals = [...total.refusals].map(([code, count]) => `${code} ${count}`).join(", ") || "none";
  console.log(
    `${total.acked} acked, ${total.acksDropped} acks lost, ${total.cuts} cuts, ${total.resumes} resumes, ${resumed} without a reset; refusals: ${refusals}; seed ${seed}, ${seconds} s`,
  );
  console.log(`${total.passed} passed, ${total.failed} failed`);
  if (!values.write) return isGood;
  const red = await bad();
  writeDocument(
    "proofs/kill.md",
    `# proof:kill

${today()}, commit ${commit()}, ${machine()}. \`npm run proof:kill -- --rounds ${rounds} --seed ${seed}\`, ${seconds} s.

| | |
| --- | --: |
| rounds (one \`kill -9\` each) passed | ${total.passed} |
| rounds failed | ${total.failed} |
| sends, edits and deletes acked | ${total.acked} |
| refused (\`withdrawn\`: deleted by its sender before it was ever sent) | ${refusals} |
| ack frames dropped on the way | ${total.acksDropped} |
| connections cut: mid-frame, reset, closed, half-open | ${total.cuts} |
| resumes of a room | ${total.resumes} |
| of those without a reset | ${resumed} |
| acked and lost, doubled, undecided; gaps; readers who disagree | ${[...total.rules].join(", ") || 0} |

Known-bad servers, which must turn it red (\`--bad\`):

${red.map(({ name, rules }) => `- ${name}: ${rules.length > 0 ? `red (${rules.join(", ")})` : "not noticed"}`).join("\n")}`,
  );
  return isGood && red.every(({ isNoticed }) => isNoticed);
}

interface Verdict {
  readonly name: string;
  readonly isNoticed: boolean;
  readonly rules: readonly string[];
}

async function bad(): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const sabotage of killSabotages.filter(({ name }) => values.only === undefined || name === values.only)) {
    const rules = [...(await playRounds(Math.min(6, rounds), sabotage)).rules].sort();
    const isNoticed = sabotage.breaks.some((rule) => rules.includes(rule));
    verdicts.push({ name: sabotage.name, isNoticed, rules });
    const verdict = isNoticed ? "red, as it must be" : "NOT NOTICED";
    console.log(`${sabotage.name}: ${verdict} (${rules.join(", ") || "no violation"})`);
  }
  return verdicts;
}

/** Each broken server is a test of the checker. */
async function isEachNoticed(): Promise<boolean> {
  const verdicts = await bad();
  const noticed = verdicts.filter(({ isNoticed }) => isNoticed).length;
  console.log(`${noticed} passed, ${verdicts.length - noticed} failed`);
  return noticed === verdicts.length;
}

process.exit((await (values.bad ? isEachNoticed() : good())) ? 0 : 1);
