import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Two seconds of film, higher than wide, as every browser plays it. In a file: its length is written last. */
export function film(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "parley-film-"));
  const path = join(folder, "film.webm");
  const seen = ["-f", "lavfi", "-i", "testsrc=s=180x320:d=2", "-f", "lavfi", "-i", "sine=d=2"];
  spawnSync("ffmpeg", ["-v", "error", ...seen, "-c:v", "libvpx", "-c:a", "libvorbis", "-deadline", "realtime", path]);
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return bytes;
}
