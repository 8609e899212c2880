/** The part of selenium-webdriver that we use; it brings no types of its own. */
declare module "selenium-webdriver" {
  export class Capabilities {
    setBrowserName(name: string): this;
    set(key: string, value: unknown): this;
  }
  export class Builder {
    usingServer(url: string): this;
    withCapabilities(capabilities: Capabilities): this;
    build(): Promise<WebDriver>;
  }
  export interface WebDriver {
    get(url: string): Promise<void>;
    executeScript<T>(script: string, ...values: unknown[]): Promise<T>;
    executeAsyncScript<T>(script: string, ...values: unknown[]): Promise<T>;
    findElement(by: { css: string }): { click(): Promise<void> };
    takeScreenshot(): Promise<string>;
    switchTo(): { window(handle: string): Promise<void>; newWindow(kind: "tab" | "window"): Promise<void> };
    getWindowHandle(): Promise<string>;
    manage(): {
      window(): { setRect(rect: { x: number; y: number; width: number; height: number }): Promise<unknown> };
    };
    quit(): Promise<void>;
  }
}
