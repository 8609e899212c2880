import type { Plugin } from "vite";

const id = "\0websocket-only";

/**
 * A page speaks to its server by WebSocket alone (see the client's connection.ts), so the ways of engine.io that begin
 * with polling, or need HTTP/3, are left out of what every visitor fetches.
 */
export function websocketOnly(): Plugin {
  let websocket = "";
  return {
    name: "websocket-only",
    apply: "build",
    enforce: "pre",
    async resolveId(source, importer) {
      if (importer?.includes("engine.io-client") !== true) return null;
      if (/^\.\/transports\/polling-xhr\./.test(source)) {
        // Exported again by its index, and kept there for what it does when it is loaded.
        const polling = await this.resolve(source, importer, { skipSelf: true });
        return polling && { ...polling, moduleSideEffects: false };
      }
      if (source !== "./transports/index.js") return null;
      const found = await this.resolve("./transports/websocket.js", importer, { skipSelf: true });
      if (found === null) this.error("engine.io-client keeps its WebSocket somewhere else now.");
      websocket = found.id;
      return id;
    },
    load: (asked) =>
      asked === id
        ? `import { WS } from ${JSON.stringify(websocket)};\nexport const transports = { websocket: WS };`
        : null,
  };
}
