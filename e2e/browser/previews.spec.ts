import { film } from "../proof/rig/film.ts";
import { expect, test } from "./rig/test.ts";

test.beforeEach(async ({ server }) => {
  await server.setUp("Ada");
  await server.join("Bela");
});

const code = "import { tide } from './sea.ts';\n\n// High water\nexport const at = tide(12);\n".repeat(20);
const page =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 400]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";

test("code, a PDF and a film say what is in them, and nothing moves", async ({ server, visit }) => {
  const [ada, bela] = [await visit(), await visit()];
  for (const [chat, name] of [
    [ada, "Ada"],
    [bela, "Bela"],
  ] as const) {
    await chat.signIn(server, name);
    await chat.openRoom("lobby");
  }
  await ada.button("Attach").click();
  const choosing = ada.page.waitForEvent("filechooser");
  await ada.page.getByRole("menuitem", { name: /Files/ }).click();
  await (await choosing).setFiles([
    { name: "tide.ts", mimeType: "video/mp2t", buffer: Buffer.from(code) },
    { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from(page) },
    { name: "gulls.webm", mimeType: "video/webm", buffer: film() },
  ]);
  await expect(ada.page.getByRole("list", { name: "Attached files" }).getByRole("listitem")).toHaveCount(3);
  await ada.send("For the quay");
  const own = ada.message("For the quay");
  const before = (await own.boundingBox())?.height;
  await expect(ada.ticks("For the quay")).toHaveText(/Sent|Delivered|Read/);
  expect((await own.boundingBox())?.height).toBe(before);

  const row = bela.message("For the quay");
  const lines = row.getByRole("button", { name: "Open tide.ts" });
  await expect(row).toContainText("export const at = tide(12);");
  // The colours have come.
  await expect(row.getByText("import", { exact: true }).first()).toBeVisible();
  await expect(row.getByRole("button", { name: "Open plan.pdf" }).locator("img")).toBeVisible();
  const poster = row.getByRole("button", { name: "Play gulls.webm" });
  await expect(poster).toContainText("0:02");
  await expect.poll(() => poster.locator("img").evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(320);
  expect((await row.boundingBox())?.height).toBe(before);
  await bela.isAccessible("previews");

  await lines.click();
  const viewer = bela.page.getByRole("dialog", { name: "tide.ts" });
  await expect(viewer.locator("pre")).toContainText(code.trim().slice(-40));
  await bela.isAccessible("a text file");
  await bela.page.keyboard.press("Escape");
  await expect(viewer).toHaveCount(0);
  await expect(lines).toBeFocused();

  await poster.click();
  const player = row.locator("video");
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0);
});
