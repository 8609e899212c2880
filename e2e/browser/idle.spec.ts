import { expect, test } from "./rig/test.ts";

test("whoever touches nothing for ten minutes is away, until they are back", async ({ server, visit, guard }) => {
  guard.rowsMove();
  await server.setUp("Ada");
  await server.join("Bela");
  const [ada, bela] = [await visit(), await visit()];
  await ada.page.clock.install();
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");
  const row = await bela.memberRow("Ada");
  await expect(row).toContainText("online");

  // Her browser's clock leaps: the page takes its connection for dead, and makes another one.
  guard.serverGoesAway();
  await ada.page.clock.fastForward("09:30");
  await expect(ada.connection).toHaveText("Live");
  await server.say("Ada", ["From my other device"]);
  await expect(bela.message("From my other device")).toBeVisible();
  await expect(row).toContainText("online");
  await ada.page.clock.fastForward("00:30");
  await expect(row).toContainText("away");
  await bela.isAccessible("a member who is away");

  await ada.page.mouse.move(300, 300);
  await expect(row).toContainText("online");
});
