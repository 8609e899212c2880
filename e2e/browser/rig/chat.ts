import { expect, type Locator, type Page } from "@playwright/test";
import type { Demo } from "../../demo/start.ts";
import { violationsOn } from "./axe.ts";
import { password, type TestServer } from "./server.ts";

/** What a person sees and does, in the words of the interface. */
export class Chat {
  readonly page: Page;
  readonly rooms: Locator;
  readonly log: Locator;
  readonly box: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rooms = page.getByRole("navigation", { name: "Rooms" });
    this.log = page.getByRole("log", { name: "Messages" });
    this.box = page.getByRole("textbox", { name: "Message", exact: true });
  }

  /** The connection as it is shown. */
  get connection(): Locator {
    return this.rooms.getByRole("status");
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  async fillAccount(username: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Username" }).fill(username);
    await this.page.getByLabel("Password", { exact: true }).fill(password);
  }

  /** With the cookie that the sign-in page would be given: that page costs a second, and has tests of its own. */
  async signIn({ url }: Pick<TestServer, "url">, username: string): Promise<void> {
    const data = { username, password, hold: "cookie", device: "A browser" };
    const answer = await this.page.context().request.post(`${url}/api/session/create`, { data });
    expect(answer.status()).toBe(200);
    await this.page.goto(url);
    await expect(this.rooms).toBeVisible();
    await expect(this.connection).toHaveText("Live");
  }

  /** All parts of the page are kept in the browser: from now on it opens with the server away. */
  async isKept(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  }

  /** As the first person of the demonstration. */
  async signInByLink({ links }: Demo): Promise<void> {
    await this.page.goto(links[0]?.link ?? "");
    await this.button("Sign in").click();
    await expect(this.connection).toHaveText("Live");
  }

  room(name: string): Locator {
    return this.rooms.getByRole("link").filter({ hasText: name });
  }

  async openRoom(name: string): Promise<void> {
    await this.room(name).first().click();
    await expect(this.page.getByRole("main").getByRole("heading", { name, level: 1 })).toBeVisible();
    await expect(this.box).toBeVisible();
  }

  /** A message that ends so; what it answers does not count. */
  message(text: string): Locator {
    return this.log.getByRole("article", { name: new RegExp(`${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`) });
  }

  /** Key by key, over what stands there. */
  async type(field: Locator, text: string): Promise<void> {
    await field.focus();
    await field.press("Control+a");
    await field.pressSequentially(text);
    await expect(field).toHaveValue(text);
  }

  async send(text: string): Promise<void> {
    await this.type(this.box, text);
    await this.button("Send").click();
    await expect(this.message(text)).toHaveCount(1);
  }

  /** Sent and known to be stored. */
  async sendStored(text: string): Promise<void> {
    await this.send(text);
    await expect(this.ticks(text)).toHaveText(/Sent|Delivered|Read/);
  }

  /** How far a message of one's own has come. */
  ticks(text: string): Locator {
    return this.message(text).locator("[data-status]");
  }

  /** The bar over a message: "Reply", "Edit", "More actions". */
  async act(text: string, action: string): Promise<void> {
    await this.page.mouse.move(0, 0);
    await this.message(text).hover();
    await this.message(text).getByRole("button", { name: action, exact: true }).click();
  }

  async menu(text: string, item: string): Promise<void> {
    await this.act(text, "More actions");
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** An item of the menu of the conversation that is open. */
  async roomMenu(item: string): Promise<void> {
    await this.page.getByRole("main").getByRole("button", { name: "More", exact: true }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** The row of a member, in the panel beside the conversation, which this opens. */
  async memberRow(name: string): Promise<Locator> {
    await this.page.getByRole("main").getByRole("button", { name: "Members", exact: true }).click();
    return this.page.getByRole("complementary").getByRole("listitem").filter({ hasText: name });
  }

  /** Everybody can use the screen as it stands. */
  async isAccessible(screen: string): Promise<void> {
    expect.soft(await violationsOn(this.page), screen).toEqual([]);
  }

  /** The texts of the messages on screen that begin so, in order. */
  async texts(prefix: string): Promise<string[]> {
    const labels = await this.log.getByRole("article").evaluateAll((rows) => rows.map((row) => row.ariaLabel ?? ""));
    return labels.map((label) => label.slice(label.lastIndexOf(": ") + 2)).filter((text) => text.startsWith(prefix));
  }
}
