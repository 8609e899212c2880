import { expect, test } from "@playwright/test";
import type { WebDriver } from "selenium-webdriver";
import { password } from "./server.ts";
import { startWebKit } from "./webkit.ts";

/** What an element is looked for by: its role's element, and its accessible name, whole or its end. */
type Named = readonly [selector: string, name: string];

/** Runs in the page: elements of a selector that can be seen and whose name ends with `name`; menu items have keys after it. */
const finder = `
  const nameOf = (element) => {
    const labels = [...(element.labels ?? [])].map((label) => label.textContent.trim()).join(" ");
    return element.ariaLabel || labels || element.textContent.trim();
  };
  const isCalled = (element, name) =>
    element.role === "menuitem" ? nameOf(element).startsWith(name) : nameOf(element).endsWith(name);
  const find = (selector, name) =>
    [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility() && isCalled(element, name));
`;

/** The same person's doings as `Chat`, in WebKitGTK, where Playwright does not reach. */
export class WebKitChat {
  readonly driver: WebDriver;

  constructor(driver: WebDriver) {
    this.driver = driver;
  }

  async resize(width: number, height: number): Promise<void> {
    // The window's own bar takes some of the height.
    await this.driver
      .manage()
      .window()
      .setRect({ x: 0, y: 0, width, height: height + 36 });
  }

  run<T>(script: string, ...values: unknown[]): Promise<T> {
    return this.driver.executeScript<T>(`${finder}${script}`, ...values);
  }

  count([selector, name]: Named): Promise<number> {
    return this.run("return find(arguments[0], arguments[1]).length", selector, name);
  }

  async sees(named: Named, count = 1): Promise<void> {
    await expect.poll(() => this.count(named), { message: `${named[0]} "${named[1]}"`, timeout: 30_000 }).toBe(count);
  }

  async press(named: Named): Promise<void> {
    await expect.poll(() => this.count(named), { message: `${named[0]} "${named[1]}"` }).toBeGreaterThan(0);
    await this.run("find(arguments[0], arguments[1])[0].click()", ...named);
  }

  /** By a pointer, which is what lets a page play. */
  async click(named: Named): Promise<void> {
    await expect.poll(() => this.count(named), { message: `${named[0]} "${named[1]}"`, timeout: 30_000 }).toBe(1);
    await this.run("find(arguments[0], arguments[1])[0].dataset.pressed = ''", ...named);
    await this.driver.findElement({ css: "[data-pressed]" }).click();
    await this.run("delete document.querySelector('[data-pressed]')?.dataset.pressed");
  }

  /** As if typed: React hears the native setter and the event. */
  async fill(named: Named, text: string): Promise<void> {
    await expect.poll(() => this.count(named), { message: `${named[0]} "${named[1]}"` }).toBeGreaterThan(0);
    await this.run(
      `const field = find(arguments[0], arguments[1])[0];
       field.focus();
       Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, arguments[2]);
       field.dispatchEvent(new InputEvent("input", { bubbles: true, data: arguments[2] }));`,
      ...[...named, text],
    );
  }

  async signIn(url: string, username: string): Promise<void> {
    await this.driver.get(`${url}/sign-in`);
    await this.fillAccount(username);
    await this.press(["button", "Sign in"]);
    await this.sees(["nav [role=status]", "Live"]);
  }

  async fillAccount(username: string): Promise<void> {
    await this.fill(["input", "Username"], username);
    await this.fill(["input", "Password"], password);
  }

  async openRoom(name: string): Promise<void> {
    await expect.poll(() => this.run<number>(`return ${room}.length`, name)).toBeGreaterThan(0);
    await this.run(`${room}[0].click()`, name);
    await this.sees(["main h1", name]);
  }

  async send(text: string): Promise<void> {
    await this.fill(["textarea", "Message"], text);
    await this.press(["button", "Send"]);
    await this.seesMessage(text);
  }

  async seesMessage(text: string, count = 1): Promise<void> {
    await this.sees(["[role=log] article", `: ${text}`], count);
  }

  /** An action of the bar over a message, or of its menu. */
  async act(text: string, action: string): Promise<void> {
    await this.run("find('[role=log] article', arguments[0])[0].focus()", `: ${text}`);
    await this.press(["article[tabindex='0'] button", action]);
  }

  /** The texts of the messages that begin so, in order. */
  texts(prefix: string): Promise<string[]> {
    const script = `
      return [...document.querySelectorAll("[role=log] article")]
        .map((row) => row.ariaLabel.slice(row.ariaLabel.lastIndexOf(": ") + 2))
        .filter((text) => text.startsWith(arguments[0]))`;
    return this.run(script, prefix);
  }

  /** Whether this browser has written down a message, so that it can show it without the server. */
  keeps(text: string): Promise<boolean> {
    const script = `
      const [text, done] = arguments;
      const opening = indexedDB.open("parley");
      opening.onsuccess = () => {
        const reading = opening.result.transaction("rooms").objectStore("rooms").getAll();
        reading.onsuccess = () => {
          opening.result.close();
          done(JSON.stringify(reading.result).includes(text));
        };
      };`;
    return this.driver.executeAsyncScript(script, text);
  }

  /** Where anything on the page came from. */
  origins(): Promise<string[]> {
    const script = `
      const urls = performance.getEntriesByType("resource").map((entry) => entry.name);
      return [...new Set(urls.map((url) => new URL(url)).filter((url) => url.host).map((url) => url.host))]`;
    return this.run(script);
  }
}

const room = `[...document.querySelectorAll("nav a")].filter((link) => link.textContent.includes(arguments[0]))`;

/** Where one is, how far the page came, what it fetched last and after how many ms, and the beginning of what it shows. */
const whatStands = `
  const fetched = performance.getEntriesByType("resource").at(-1);
  const last = fetched && fetched.name.slice(-30) + " " + Math.round(fetched.startTime);
  return [location.pathname, document.readyState, last, document.body.innerText.slice(0, 100),
    document.getElementById("root").innerHTML.slice(0, 120)].join(" | ");
`;

/** WebKit for as long as `use` takes. */
export async function withWebKit(use: (chat: WebKitChat) => Promise<void>): Promise<void> {
  const { driver, stop } = await startWebKit();
  const chat = new WebKitChat(driver);
  try {
    await chat.resize(1280, 800);
    await use(chat);
  } catch (error) {
    const body = await chat.run<string>(whatStands).catch(String);
    await test.info().attach("what stood on the page", { body, contentType: "text/plain" });
    throw error;
  } finally {
    await stop();
  }
}
