import { expect, test } from "./rig/test.ts";

test.beforeEach(async ({ server }) => {
  await server.setUp("Ada");
});

test("code is coloured by its language, moves nothing when the colours come, and can be copied", async ({
  server,
  visit,
  contextOptions,
}) => {
  const long = `const words = "${"x".repeat(300)}";`;
  const ada = await visit({ ...contextOptions, viewport: { width: 390, height: 844 } });
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await server.say("Ada", [`\`\`\`ts\n${long}\n// all\n\`\`\``]);
  const block = ada.log.locator("pre").last();
  const keyword = block.locator("span").filter({ hasText: /^const$/ });
  await expect(keyword).toHaveCount(1);
  const { colour, plain, scrolls, text } = await block.evaluate((pre) => ({
    colour: getComputedStyle(pre.querySelector("span") ?? pre).color,
    plain: getComputedStyle(pre).color,
    scrolls: pre.scrollWidth > pre.clientWidth && pre.clientWidth < innerWidth,
    text: pre.textContent,
  }));
  expect(colour).not.toBe(plain);
  expect([scrolls, text]).toEqual([true, `${long}\n// all`]);
  await ada.isAccessible("coloured code");
  await ada.page.emulateMedia({ colorScheme: "dark" });
  await ada.isAccessible("coloured code in the dark");
  await ada.log.getByRole("button", { name: "Copy code" }).last().click();
  await expect(ada.page.getByText("Copied")).toBeVisible();
});

test("keys format what is selected, lists go on, and what is pasted keeps its looks", async ({ server, visit }) => {
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  const { box } = ada;
  await ada.type(box, "so bold");
  await box.press("Control+a");
  await box.press("Control+b");
  await expect(box).toHaveValue("**so bold**");
  await box.press("Control+Shift+s");
  await expect(box).toHaveValue("**||so bold||**");
  await box.press("Control+Shift+s");
  await box.press("Control+b");
  await expect(box).toHaveValue("so bold");
  await box.press("Control+k");
  await expect(box).toHaveValue("[so bold]()");
  await box.pressSequentially("https://a.example");
  await expect(box).toHaveValue("[so bold](https://a.example)");

  await ada.type(box, "1. tea");
  await box.press("Shift+Enter");
  await box.pressSequentially("milk");
  await expect(box).toHaveValue("1. tea\n2. milk");
  await box.press("Shift+Enter");
  await box.press("Shift+Enter");
  await expect(box).toHaveValue("1. tea\n2. milk\n");
  await box.press("Control+z");
  await expect(box).toHaveValue("1. tea\n2. milk\n3. ");

  await server.say("Ada", ["a **b** `x`\n- c"]);
  const said = ada.log.getByRole("article").last();
  await expect(said.locator("li")).toHaveText("c");
  await said.evaluate((article) => {
    const body = article.querySelector("ul")?.parentElement;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (body) getSelection()?.selectAllChildren(body);
  });
  await ada.page.keyboard.press("Control+c");
  await ada.type(box, "x");
  await box.press("Control+v");
  await expect(box).toHaveValue("xa **b** `x`\n\n- c");
  await box.press("Control+z");
  await expect(box).toHaveValue("x");
  await ada.page.keyboard.press("Control+/");
  await expect(ada.page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Hidden until clicked");
  await ada.isAccessible("the shortcuts");
});
