import type { BrowserContext, ConsoleMessage, Page } from "@playwright/test";

/** What a page does while its server is away, whatever we do: the browser itself says so in the console. */
const connectionRefused =
  /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|NS_ERROR_|can.t establish a connection|WebSocket connection|connection to .* was interrupted|Failed to load resource|NetworkError/i;

/** What Firefox says of a page that is being left or closed, about what that page was still fetching. */
const cutOff =
  /connection to .* was interrupted|can.t establish a connection|ServiceWorker intercepted|preload CSS|dynamically imported module/;

/** Firefox of an icon of the tab that was replaced by the next one before it had come. */
const replacedIcon = /Failed to load .*\/icons\/unread-(\d|many)\.svg.*ServiceWorker intercepted/;

/** A shift of nothing but rows of lists, and of the parts of a list, or of pictures that are side by side in one. */
const movedRows =
  /layout shift [\d.e-]+: ((LI "[^"]*"|SECTION "[^"]*"|IMG ""|BUTTON "Show [^"]*") \([^)]*\) → \([^)]*\)(; )?)+$/;

/**
 * Layout shifts are told as console errors, so that they are problems like any other. Messages that push up those
 * before them are none (what loads above is measured in history.spec.ts).
 */
const reportShifts = () => {
  const visible = 0.0005;
  const isInLog = (node?: Element) => node?.parentElement?.closest("[role=log]") != null;
  // What changes its own text may become wider or narrower, if it stays where it is held: by one side or the middle.
  const hasMoved = ({ previousRect: from, currentRect: to }: { previousRect: DOMRect; currentRect: DOMRect }) => {
    const isHeld = [to.left - from.left, to.right - from.right, to.left + to.right - from.left - from.right].some(
      (by) => Math.abs(by) < 2,
    );
    return !isHeld || Math.abs(to.top - from.top) >= 1 || Math.abs(to.bottom - from.bottom) >= 1;
  };
  if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node?: Element; previousRect: DOMRect; currentRect: DOMRect }[];
      };
      const moving = sources.filter(hasMoved);
      if (hadRecentInput || value < visible || moving.every(({ node }) => isInLog(node))) continue;
      const moved = moving.map(({ node, previousRect: from, currentRect: to }) => {
        const name = node?.getAttribute?.("aria-label") ?? node?.textContent?.slice(0, 40) ?? "";
        return `${node?.nodeName} "${name}" (${from.x},${from.y} ${from.width}×${from.height}) → (${to.x},${to.y} ${to.width}×${to.height})`;
      });
      console.error(`layout shift ${value}: ${moved.join("; ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
};

/**
 * Watches every page of a test: no errors in the console, no uncaught errors, no requests to anybody but the server, no
 * layout shift.
 */
export class Guard {
  readonly problems: string[] = [];
  #isServerAway = false;
  #expected: RegExp | null = null;
  #mayRowsMove = false;
  #areClosing = false;
  readonly #others = new Set<string>();

  /** From now on, the browser's complaints about the missing server are no problem. */
  serverGoesAway(): void {
    this.#isServerAway = true;
  }

  /** The browser says in the console that the server refused something; the test wants it to. */
  expects(status: 401 | 403 | 404 | 410): void {
    this.#expected = new RegExp(`responded with a status of ${status}`);
  }

  /** Whoever comes, goes or writes changes the order of a list: its rows make room for each other. */
  rowsMove(): void {
    this.#mayRowsMove = true;
  }

  /** All pages are about to be closed, whatever they are doing. */
  pagesClose(): void {
    this.#areClosing = true;
  }

  /** Besides its server, a page may go there. */
  allows(url: string): void {
    this.#others.add(new URL(url).host);
  }

  async watch(context: BrowserContext, ownUrl: () => string): Promise<void> {
    await context.addInitScript(reportShifts);
    context.on("page", (page) => this.#watchPage(page, ownUrl));
  }

  #watchPage(page: Page, ownUrl: () => string): void {
    let isLeaving = false;
    const note = (text: string) => {
      if (((isLeaving || this.#areClosing) && cutOff.test(text)) || replacedIcon.test(text)) return;
      this.#note(text);
    };
    page.on("console", (message) => {
      if (isComplaint(message)) note(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => note(`page error: ${error.message}`));
    page.on("domcontentloaded", () => {
      isLeaving = false;
    });
    page.on("request", (request) => {
      isLeaving ||= request.isNavigationRequest() && request.frame() === page.mainFrame();
      const { protocol, host } = new URL(request.url());
      const isOwn = host === new URL(ownUrl()).host || protocol === "data:" || protocol === "blob:";
      if (!isOwn && !this.#others.has(host)) this.problems.push(`request to ${request.url()}`);
    });
  }

  #note(text: string): void {
    const isExpected =
      this.#expected?.test(text) ||
      (this.#isServerAway && connectionRefused.test(text)) ||
      (this.#mayRowsMove && movedRows.test(text));
    if (!isExpected) this.problems.push(text);
  }
}

function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === "error" || message.type() === "warning";
}
