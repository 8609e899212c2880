import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import process from "node:process";
import type { Programs } from "../config/files.ts";
import type { Finding, Subject } from "./looking/facts.ts";
import { noRoom } from "./uploads.ts";

/** A picture that takes longer is refused. */
const mostMs = 30_000;
const main = new URL("./looking/main.ts", import.meta.url);

const tooMuch: Finding = {
  refusal: "This file takes too much time or memory to look at. Put it into an archive to send it as it is.",
};

/** Looks at files, a few at a time, each in a process of its own. */
export class Looker {
  readonly #children = new Set<ChildProcess>();
  readonly #waiting: (() => void)[] = [];
  readonly #most: number;
  readonly #programs: Programs;
  #running = 0;
  #isStopped = false;

  constructor(most: number, programs: Programs) {
    this.#most = most;
    this.#programs = programs;
  }

  /** Throws when it is not the file's fault. */
  async look(subject: Omit<Subject, "programs">): Promise<Finding> {
    if (this.#running >= this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await this.#inChild({ ...subject, programs: this.#programs });
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  /** What is being looked at is not, and no fault of its own. */
  stop(): void {
    this.#isStopped = true;
    for (const child of this.#children) end(child);
  }

  async #inChild(subject: Subject): Promise<Finding> {
    if (this.#isStopped) throw new Error("The server is stopping.");
    const child = fork(main, {
      execArgv: ["--max-old-space-size=192"],
      env: environment(),
      // A group of its own, which the programs that it asks belong to.
      detached: process.platform !== "win32",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.#children.add(child);
    const timer = setTimeout(() => end(child), mostMs);
    let answer: Finding | { readonly failure: string; readonly isFull: boolean } | undefined;
    child.on("message", (message) => {
      answer = message as typeof answer;
    });
    child.send(subject, () => undefined);
    try {
      await once(child, "exit");
    } finally {
      clearTimeout(timer);
      this.#children.delete(child);
    }
    if (this.#isStopped) throw new Error("The server is stopping.");
    if (answer === undefined) return tooMuch;
    if ("failure" in answer) throw answer.isFull ? noRoom() : new Error(answer.failure);
    return answer;
  }
}

/**
 * Nothing of ours: it holds secrets, and the child needs none of them. But where compiled code is kept anyhow, a small
 * picture takes a quarter less time.
 */
function environment(): Record<string, string> {
  const compiled = getCompileCacheDir();
  return compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) };
}

/** With all that it has begun. */
function end(child: ChildProcess): void {
  try {
    if (process.platform !== "win32" && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    // Its group is gone already.
  }
  child.kill("SIGKILL");
}
