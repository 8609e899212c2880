/** The doc comments of the contract, by what they stand before: `messageSchema`, `messageSchema.body`, `room:list.after`. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../contract/src");

export function readComments(): Map<string, string> {
  const comments = new Map<string, string>();
  for (const path of globSync("*.ts", { cwd: folder })) readFile(join(folder, path), comments);
  return comments;
}

function readFile(path: string, comments: Map<string, string>): void {
  let place = "";
  let comment = "";
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const text = line.trim();
    if (/^(\/\*\*|\*)/.test(text)) {
      comment = `${text.startsWith("/**") ? "" : comment} ${text.replace(/^(\/\*\*|\*\/|\*)/, "").replace(/\*\/$/, "")}`;
      continue;
    }
    const named = /^(?:export )?const (\w+)/.exec(line)?.[1] ?? /^ {2}"([\w-]+:[\w-]+)":/.exec(line)?.[1];
    const field = /^\s+(\w+):/.exec(line)?.[1];
    if (named !== undefined) place = named;
    const key = named ?? (field === undefined ? undefined : `${place}.${field}`);
    if (key !== undefined && comment.trim() !== "") comments.set(key, comment.replaceAll(/\s+/g, " ").trim());
    comment = "";
  }
}
