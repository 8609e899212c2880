import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, Capabilities, type WebDriver } from "selenium-webdriver";
import { freePort } from "../../proof/rig/processes.ts";

const miniBrowser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** WebKitGTK with a display of its own. Its driver and that display end with `stop`. */
export interface WebKit {
  readonly driver: WebDriver;
  stop(): Promise<void>;
}

export async function startWebKit(): Promise<WebKit> {
  const port = await freePort();
  const end = startDriver(port);
  try {
    await answers(port);
    const capabilities = new Capabilities();
    capabilities.setBrowserName("MiniBrowser");
    capabilities.set("webkitgtk:browserOptions", { binary: miniBrowser, args: ["--automation"] });
    const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
    return {
      driver,
      async stop() {
        await driver.quit().catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** In a process group of its own, because what `xvfb-run` starts does not end with it. Answers how to end it all. */
function startDriver(port: number): () => void {
  const looks = slimBar();
  const display = ["-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--"];
  const child = spawn("xvfb-run", [...display, "WebKitWebDriver", "--host=127.0.0.1", `--port=${port}`], {
    detached: true,
    stdio: "ignore",
    env: {
      ...process.env,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      LIBGL_ALWAYS_SOFTWARE: "1",
      NO_AT_BRIDGE: "1",
      XDG_CONFIG_HOME: looks,
    },
  });
  const end = (): void => {
    process.removeListener("exit", end);
    try {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
    // Whoever is being killed may still be writing there.
    rmSync(looks, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once("exit", end);
  return end;
}

/** A folder of settings: as GTK would have it, the bar keeps the window wider than any phone. */
function slimBar(): string {
  const folder = mkdtempSync(join(tmpdir(), "parley-webkit-"));
  mkdirSync(join(folder, "gtk-3.0"));
  writeFileSync(join(folder, "gtk-3.0/gtk.css"), "* { min-width: 0; margin: 0; padding: 0; border-width: 0 }");
  return folder;
}

async function answers(port: number): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const isReady = await fetch(`http://127.0.0.1:${port}/status`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("WebKitWebDriver did not start.");
}
