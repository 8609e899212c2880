import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { debianBrowsers } from "../browser/rig/engines.ts";
import { freePort, password, setUp, startParley, temporaryFolder } from "./rig/parley.ts";
import { repeatMessages } from "./rig/repeating.ts";
import { commit, machine, today, writeDocument } from "./rig/report.ts";
import { Sharer } from "./rig/sharing.ts";
import { sharePictures } from "./scroll/filling.ts";
import { heapAfter, scrollFrames, signedIn } from "./scroll/measuring.ts";

/**
 * A conversation with very many messages, every fifth with a picture, scrolls without a hitch; and going from room to
 * room again and again leaves nothing behind. Chromium, on a machine that does nothing else. `--messages`, `--seconds`,
 * `--switches`; with `--write` the result goes to docs/proofs/.
 */
const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "100000" },
    seconds: { type: "string", default: "20" },
    switches: { type: "string", default: "500" },
    write: { type: "boolean", default: false },
  },
});
const mostFrameMs = 20;
const mostGrowth = 0.05;

const data = temporaryFolder("scroll");
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const start = () => startParley({ data, port, env: { PARLEY_LOG: "error" } });
const before = await start();
const { username } = await setUp(port);
const roomIds = await sharePictures(await Sharer.signIn(url, username, password));
await before.end("SIGTERM");
const [longRoom = ""] = roomIds;
repeatMessages(join(data, "parley.db"), longRoom, Number(values.messages));
const server = await start();
const busy = loadavg()[0] ?? 0;
const { launchOptions } = debianBrowsers.chromium;
const signIn = { url, username, password };

const browser = await chromium.launch(launchOptions);
const page = await signedIn(browser, signIn);
await page.goto(`${url}/r/${longRoom}`);
const { frames, p95, longest, pictures } = await scrollFrames(page, Number(values.seconds));
const isSmooth = p95 <= mostFrameMs && pictures > 0;
console.log(
  `${values.messages} messages, scrolled up for ${values.seconds} s: p95 of a frame ${p95.toFixed(1)} ms, ${pictures} pictures came by: ${verdict(isSmooth)}`,
);

const version = browser.version();
await browser.close();

// What is compiled the oftener it runs lies in the same heap, and comes for minutes: here nothing is compiled.
const interpreter = await chromium.launch({ ...launchOptions, args: [...launchOptions.args, "--js-flags=--jitless"] });
const { first, last } = await heapAfter(await signedIn(interpreter, signIn), roomIds.length, Number(values.switches));
const growth = last / first - 1;
const isBounded = growth < mostGrowth;
const heap = `${first.toFixed(1)} → ${last.toFixed(1)} MB, ${(growth * 100).toFixed(1)} % more`;
console.log(`${values.switches} switches between ${roomIds.length} rooms: ${heap}: ${verdict(isBounded)}`);
console.log(`load of the machine at the start: ${busy.toFixed(1)}`);
await interpreter.close();
await server.end("SIGTERM");
if (values.write)
  writeDocument(
    "proofs/scroll.md",
    `# proof:scroll

${today()}, commit ${commit()}, ${machine()}, Chromium ${version} without a graphics card. \`npm run proof:scroll\`; the machine's load when it
began was ${busy.toFixed(1)}. The conversation is scrolled up with the wheel for ${values.seconds} s. What the page holds is measured after a collection of
garbage, once each room has been shown ten times, and again at the end; scripts are not compiled there, as what is
compiled by and by lies in the same heap.

| | |
| --- | --: |
| messages in the conversation; every fifth with a picture | ${values.messages} |
| pictures that came by | ${pictures} |
| frames; p95; the longest | ${frames}; ${p95.toFixed(1)} ms; ${longest.toFixed(1)} ms |
| p95 of a frame is at most ${mostFrameMs} ms | ${verdict(isSmooth)} |
| memory over ${values.switches} switches between ${roomIds.length} rooms | ${heap} |
| it grows by less than ${mostGrowth * 100} % | ${verdict(isBounded)} |`,
  );
const failed = [isSmooth, isBounded].filter((isGood) => !isGood).length;
console.log(`${2 - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function verdict(isGood: boolean): string {
  return isGood ? "passed" : "FAILED";
}
