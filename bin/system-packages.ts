/**
 * What the tests need of the system: real browsers, databases, tracing, a terminal, what makes previews. On Debian, as root, run as a
 * program this installs what is missing; elsewhere it names it, and the steps that need it say that they were skipped.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, globSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Debian's package → what shows that it is there: a program in PATH, or a file (a glob). */
const packages = {
  chromium: "chromium",
  "firefox-esr": "firefox-esr",
  "webkit2gtk-driver": "WebKitWebDriver",
  xvfb: "xvfb-run",
  xauth: "xauth",
  dbus: "dbus-run-session",
  "fonts-dejavu-core": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
  "fonts-noto-color-emoji": "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf",
  postgresql: "/usr/lib/postgresql/*/bin/postgres",
  "redis-server": "redis-server",
  strace: "strace",
  tmux: "tmux",
  ffmpeg: "ffmpeg",
  "poppler-utils": "pdftoppm",
};

export type SystemPackage = keyof typeof packages;

export function missingPackages(wanted = Object.keys(packages) as SystemPackage[]): SystemPackage[] {
  return wanted.filter((name) => !isThere(packages[name]));
}

function isThere(proof: string): boolean {
  if (proof.startsWith("/")) return globSync(proof).length > 0;
  return (process.env.PATH ?? "").split(delimiter).some((folder) => isProgram(join(folder, proof)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install(missing: SystemPackage[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => spawnSync("apt-get", args, { env, stdio: "inherit" }).status === 0;
  if (apt("update")) apt("install", "-y", "--no-install-recommends", ...missing);
}

if (import.meta.main) {
  const missing = missingPackages();
  if (missing.length > 0 && process.getuid?.() === 0 && isThere("apt-get")) install(missing);
  const stillMissing = missingPackages();
  if (stillMissing.length > 0) {
    console.error(`Missing on this machine: ${stillMissing.join(", ")}. On Debian: apt-get install them, as root.`);
    process.exitCode = 1;
  }
}
