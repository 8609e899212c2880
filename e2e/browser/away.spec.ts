import { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

test.use({ keepsPage: true });

test.beforeEach(async ({ server }) => {
  await server.setUp("Ada");
  await server.join("Bela");
});

test("the server dies: one reads and writes on, reloads, and all arrives once", async ({ server, visit, guard }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await ada.openRoom("lobby");
  await bela.openRoom("lobby");
  await ada.sendStored("note 1");
  await expect(bela.message("note 1")).toHaveCount(1);

  await ada.isKept();
  guard.serverGoesAway();
  await server.kill();
  await expect(ada.connection).toContainText("Offline");
  await ada.send("note 2");
  await expect(ada.ticks("note 2")).toHaveText("Waiting for the connection");

  await ada.page.reload();
  await expect(ada.message("note 1")).toHaveCount(1);
  await expect(ada.message("note 2")).toHaveCount(1);
  await ada.send("note 3");

  await server.start();
  await expect(ada.connection).toHaveText("Live", { timeout: 30_000 });
  await expect(ada.ticks("note 3")).toHaveText(/Sent|Delivered|Read/);
  await expect(bela.connection).toHaveText("Live", { timeout: 30_000 });
  await expect(bela.message("note 3")).toHaveCount(1);
  for (const chat of [ada, bela]) expect(await chat.texts("note ")).toEqual(["note 1", "note 2", "note 3"]);
  await bela.send("note 4");
  await expect(ada.message("note 4")).toHaveCount(1);
});

test("two tabs share one outbox, and each shows everything once", async ({ server, visit, guard }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  const tab = new Chat(await ada.page.context().newPage());
  await tab.page.goto(ada.page.url());
  await expect(tab.connection).toHaveText("Live");
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");

  await bela.send("word 1");
  await ada.send("word 2");
  await expect(tab.message("word 2")).toHaveCount(1);
  await tab.send("word 3");
  await expect(ada.message("word 3")).toHaveCount(1);

  guard.serverGoesAway();
  await server.kill();
  await expect(ada.connection).toContainText("Offline");
  await expect(tab.connection).toContainText("Offline");
  await ada.send("word 4");
  await tab.send("word 5");
  await server.start();
  await expect(bela.message("word 5")).toHaveCount(1, { timeout: 30_000 });
  const all = ["word 1", "word 2", "word 3", "word 4", "word 5"];
  for (const chat of [ada, tab, bela]) {
    await expect(chat.connection).toHaveText("Live", { timeout: 30_000 });
    await expect.poll(() => chat.texts("word ")).toEqual(all);
  }
});
