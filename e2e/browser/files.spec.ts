import type { Chat } from "./rig/chat.ts";
import { type Chosen, choose, document, picture } from "./rig/choosing.ts";
import { expect, test } from "./rig/test.ts";

const MEGABYTE = 1_000_000;

test.use({ settings: { PARLEY_MAX_FILE: "20MB" } });

test.beforeEach(async ({ server }) => {
  await server.setUp("Ada");
  await server.join("Bela");
});

/** Two frames of one pixel each, a white and a black one. */
function moving(name: string): Chosen {
  const frame = (colour: string) => `21f904000a0000002c000000000100010000020${colour}0100`;
  const bytes = `474946383961010001008000 00ffffff000000${frame("244")}${frame("24c")}3b`.replaceAll(" ", "");
  return { name, mimeType: "image/gif", buffer: Buffer.from(bytes, "hex") };
}

/** Heights of all rows, as they stand from now on whenever one of them changes. */
async function watchRows(chat: Chat): Promise<() => Promise<number>> {
  await chat.log.evaluate((log) => {
    let changes = 0;
    const heights = new Map<Element, number>();
    const sizes = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        const height = target.getBoundingClientRect().height;
        const before = heights.get(target);
        if (before !== undefined && Math.abs(before - height) > 0.5) changes += 1;
        heights.set(target, height);
      }
    });
    const watch = () => {
      for (const row of log.querySelectorAll("article")) if (!heights.has(row)) sizes.observe(row);
    };
    watch();
    new MutationObserver(watch).observe(log, { childList: true, subtree: true });
    Object.assign(globalThis, { rowChanges: () => changes });
  });
  return () => chat.page.evaluate(() => (globalThis as unknown as { rowChanges(): number }).rowChanges());
}

test("photos reach the other side, and nothing moves while they come", async ({ server, visit }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");
  const moved = await watchRows(bela);

  const photos = [picture("quay.png", 1200, 800), picture("gulls.png", 600, 900), picture("rope.png", 800, 800)];
  await choose(ada, /Photos and videos/, photos);
  await expect(ada.page.getByRole("list", { name: "Attached files" }).getByRole("listitem")).toHaveCount(3);
  await ada.button("Remove rope.png").click();
  await ada.isAccessible("attached files");
  await ada.send("At the harbour");
  await expect(ada.ticks("At the harbour")).toHaveText(/Sent|Delivered|Read/);

  const row = bela.message("2 photos: At the harbour");
  const shown = row.getByRole("button", { name: /^Show / }).locator("img");
  await expect(shown).toHaveCount(2);
  for (const image of await shown.all()) {
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
  }
  expect(await moved()).toBe(0);
  await expect(bela.room("lobby")).toContainText("2 photos: At the harbour");
  await bela.isAccessible("an album");

  await row.getByRole("button", { name: "Show quay.png" }).click();
  const viewer = bela.page.getByRole("dialog", { name: "Pictures of this conversation" });
  await expect(viewer.getByRole("status")).toContainText("quay.png");
  await bela.page.keyboard.press("ArrowRight");
  await expect(viewer.getByRole("status")).toContainText("gulls.png");
  await bela.isAccessible("pictures, large");
  await bela.page.keyboard.press("Escape");
  await expect(viewer).toHaveCount(0);
  await expect(row.getByRole("button", { name: "Show quay.png" })).toBeFocused();
});

test("a picture that moves stands still where motion is not wanted, until it is asked to go", async ({
  server,
  visit,
  browserName,
}) => {
  const [ada, bela] = [await visit(), await visit({ reducedMotion: "reduce" })];
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");
  await choose(ada, /Photos and videos/, [moving("lamp.gif")]);
  await ada.send("Blinking");
  await expect(ada.button("Stop lamp.gif").locator("img")).toHaveJSProperty("naturalWidth", 1);
  // Firefox cannot be told here that motion is not wanted: a press holds it.
  if (browserName === "firefox") await bela.button("Stop lamp.gif").click();
  const still = bela.button("Play lamp.gif");
  await expect(still.locator("img")).toHaveAttribute("src", /large$/);
  await still.click();
  const going = bela.button("Stop lamp.gif").locator("img");
  await expect(going).toHaveAttribute("src", /lamp\.gif$|original$/);
  await expect(going).toHaveJSProperty("naturalWidth", 1);
  await bela.isAccessible("a picture that moves");
});

test("an upload goes on after a reload, and what is too large is refused before", async ({ server, visit }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");

  await choose(ada, /Files, up to 20 MB each/, [document("too much.pdf", 21 * MEGABYTE)]);
  await expect(ada.page.getByText("too much.pdf is too large: at most 20 MB here.")).toBeVisible();
  await expect(ada.page.getByRole("list", { name: "Attached files" })).toHaveCount(0);

  // The first piece arrives; the second is still on its way when the page goes.
  let pieces = 0;
  let isReloading = false;
  await ada.page.route("**/uploads/*", async (route) => {
    if (route.request().method() === "PATCH") pieces += 1;
    if (isReloading || pieces < 2) await route.fallback();
  });
  await choose(ada, /Files/, [document("charts.pdf", 6 * MEGABYTE)]);
  await ada.send("The charts");
  await ada.send("They come slowly");
  await expect(bela.message("They come slowly")).toBeVisible();
  await expect.poll(() => pieces).toBe(2);
  await expect(ada.message("charts.pdf: The charts")).toContainText(/\d %|\d%/);
  await expect(bela.message("The charts")).toHaveCount(0);
  isReloading = true;
  const asked: string[] = [];
  ada.page.on("request", (request) => {
    if (request.url().includes("/uploads")) asked.push(request.method());
  });
  await ada.page.reload();
  await expect(bela.message("charts.pdf: The charts")).toBeVisible({ timeout: 30_000 });
  // Asked how much is there, and the rest sent: not begun anew.
  expect(asked[0]).toBe("HEAD");
  expect(asked).not.toContain("POST");
  const download = bela.page.waitForEvent("download");
  await bela.message("charts.pdf: The charts").getByRole("link", { name: "Download charts.pdf" }).click();
  expect((await download).suggestedFilename()).toBe("charts.pdf");
});

test("on a phone, and dropped or pasted", async ({ server, visit, browserName }) => {
  const viewport = { width: 390, height: 844 };
  const phone = await visit(browserName === "firefox" ? { viewport } : { viewport, hasTouch: true, isMobile: true });
  await phone.signIn(server, "Ada");
  await phone.openRoom("lobby");
  const file = picture("dropped.png", 300, 200);
  const drag = (type: "dragenter" | "dragover" | "drop") =>
    phone.page.getByRole("main").evaluate(
      (main, { name, mimeType, bytes, type }) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([Uint8Array.from(bytes)], name, { type: mimeType }));
        main.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      },
      { ...file, bytes: [...file.buffer], type },
    );
  await drag("dragenter");
  // As long as it hangs over the page a browser says so again and again.
  const overPage = async () => {
    await drag("dragover");
    return phone.page.getByText("Drop here to send to").count();
  };
  await expect.poll(overPage).toBe(1);
  await drag("drop");
  await expect(phone.page.getByRole("img", { name: "dropped.png" })).toBeVisible();
  await phone.button("Send").click();
  await expect(phone.message("Photo").getByRole("button", { name: "Show dropped.png" })).toBeVisible();
  await expect(phone.ticks("Photo")).toHaveText(/Sent|Delivered|Read/);
  const sideways = await phone.page.evaluate(() => window.document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBe(0);
  await phone.isAccessible("a photo on a phone");
});
