import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test as base, expect } from "./rig/test.ts";

/** A picture of 40 × 40, all of one colour. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAACgAAAAoCAMAAAC7IEhfAAAAA1BMVEXMZjOzuP/JAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAFUlEQVQ4jWNgGAWjYBSMglEwCmgHAAZoAAGIoeM2AAAAAElFTkSuQmCC",
  "base64",
);
const story = `<title>x</title><meta property="og:title" content="How the bridge was built">
  <meta property="og:site_name" content="The News"><meta property="og:image" content="/bridge.png">`;

/** Whatever is behind a link; answers wait until the test lets them go. */
class Site {
  readonly #held: ServerResponse[] = [];
  readonly #server = createServer((request, response) => {
    if (request.url === "/bridge.png") response.writeHead(200, { "content-type": "image/png" }).end(picture);
    else this.#held.push(response);
  });

  async start(): Promise<number> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return (this.#server.address() as AddressInfo).port;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  get waiting(): number {
    return this.#held.length;
  }

  letGo(): void {
    for (const response of this.#held.splice(0)) response.writeHead(200, { "content-type": "text/html" }).end(story);
  }
}

const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  site: async ({}, use) => use(new Site()),
  settings: async ({ site }, use) => {
    const port = await site.start();
    const NODE_OPTIONS = `--import=${join(import.meta.dirname, "rig/small-internet.ts")}`;
    await use({ PARLEY_TEST_SITE_PORT: String(port), NODE_OPTIONS });
    site.stop();
  },
});

test("a link shows what is behind it, in a place that was kept for it; off until it is turned on", async ({
  server,
  site,
  visit,
  guard,
}) => {
  guard.rowsMove();
  await server.setUp("Ada");
  await server.join("Bela");
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  const bela = await visit();
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");
  await bela.send("http://news.site/before");
  await expect(ada.message("http://news.site/before")).toBeVisible();
  await expect(ada.message("http://news.site/before").getByRole("link")).toHaveCount(1);

  await ada.page.goto(`${server.url}/settings/server`);
  await ada.page.getByRole("switch", { name: "Previews of links" }).click();
  await ada.isAccessible("the server's settings");
  await ada.page.goBack();
  await bela.send("Read http://news.site/bridge");
  const row = ada.message("Read http://news.site/bridge");
  const card = row.getByRole("link", { name: "news.site", exact: true });
  await expect(card).toBeVisible();
  await expect.poll(() => site.waiting).toBe(1);
  const before = await row.boundingBox();
  site.letGo();
  const filled = row.getByRole("link", { name: /The News.*How the bridge was built/ });
  await expect(filled.locator("img")).toHaveJSProperty("complete", true);
  expect(await row.boundingBox()).toEqual(before);
  await expect(filled).toHaveAttribute("rel", "noopener noreferrer nofollow");
  await ada.isAccessible("a room with a preview");

  const mine = bela.message("Read http://news.site/bridge");
  await mine.getByRole("link", { name: /How the bridge/ }).hover();
  await mine.getByRole("button", { name: "Remove preview" }).click();
  for (const chat of [ada, bela])
    await expect(chat.message("Read http://news.site/bridge").getByRole("link")).toHaveCount(1);
});

test("a link to a message shows it to those who see it, until it is deleted", async ({ server, visit, guard }) => {
  guard.rowsMove();
  await server.setUp("Ada");
  await server.join("Bela");
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await ada.sendStored("The door code is 4711");
  const lobby = `${server.url}${new URL(ada.page.url()).pathname}`;
  const away = `${server.url}/r/01a204cd-85dc-7d6a-84b2-29e2f418e375?at=1`;
  await ada.sendStored(`Remember: ${lobby}?at=1`);
  await ada.sendStored(`Not mine: ${away}`);
  await expect(ada.message(`Not mine: ${away}`).getByRole("link")).toHaveCount(1);
  const bela = await visit();
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");
  const linking = bela.message(`Remember: ${lobby}?at=1`);
  const card = linking.getByRole("link", { name: /Ada.*lobby.*The door code is 4711/ });
  await expect(card).toBeVisible();
  await bela.isAccessible("a room with a linked message");
  await card.click();
  await expect(bela.message("The door code is 4711")).toBeInViewport();
  await ada.menu("The door code is 4711", "Delete");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(linking.getByRole("link", { name: /This message is not there any more/ })).toBeVisible();
});
