import { expect, test } from "./rig/test.ts";

test.use({ keepsPage: true });

test("the owner sets the server up, a friend comes by invitation, and they talk", async ({ server, visit }) => {
  const owner = await visit();
  await owner.page.goto(server.setupLink);
  await owner.fillAccount("Ada");
  await owner.button("Create account").click();
  await expect(owner.page.getByRole("main").getByRole("heading", { name: "lobby", level: 1 })).toBeVisible();

  await owner.button("New room").click();
  await owner.type(owner.page.getByRole("textbox", { name: "Name" }), "harbour watch");
  await owner.button("Create room").click();
  await expect(owner.page.getByRole("main").getByRole("heading", { name: "harbour watch", level: 1 })).toBeVisible();

  await owner.roomMenu("Invite people");
  await owner.button("Make link").click();
  const link = await owner.page.getByRole("textbox", { name: "Invitation link" }).inputValue();
  await owner.page.keyboard.press("Escape");

  const friend = await visit();
  await friend.page.goto(link);
  await expect(friend.page.getByRole("heading", { name: /harbour watch/ })).toBeVisible();
  await friend.fillAccount("Zoë 🦊");
  await friend.button("Create account").click();
  await expect(friend.page.getByRole("main").getByRole("heading", { name: "harbour watch", level: 1 })).toBeVisible();

  await owner.send("Welcome aboard!");
  await expect(friend.message("Welcome aboard!")).toHaveCount(1);
  await friend.type(friend.box, "Glad to be **here**");
  await friend.box.press("Enter");
  await expect(owner.message("Glad to be here")).toHaveAccessibleName(/^Zoë 🦊, /);
  await expect(owner.ticks("Welcome aboard!")).toHaveText("Read");
});
