import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { websocketOnly } from "./build/websocket-only.ts";

/** The server that `bin/dev` started beside this one. */
const server = process.env.PARLEY_DEV_SERVER ?? "http://127.0.0.1:3000";

export default defineConfig({
  plugins: [react(), websocketOnly()],
  // The router asks for a stand-in for what React has had since version 18.
  resolve: { alias: { "use-sync-external-store/shim/index.js": "react" } },
  // Short names: they stand in every script and style, and nobody reads them.
  css: { modules: { generateScopedName: "[hash:base64:5]" } },
  build: {
    target: "es2023",
    // light-dark() as it is: its emulation would double every colour.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // The content security policy refuses data: fonts and inline scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: "manifest.json",
    reportCompressedSize: false,
    // What the first screen needs is one file: it compresses better together, and needs no second round trip. What
    // several later screens need is another, fetched while the first one is looked at.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"], priority: 2 },
            { name: "later", minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      "/api": server,
      "/auth": server,
      "/avatars": server,
      "/exports": server,
      "/live": server,
      "/ready": server,
      "/socket.io": { target: server, ws: true },
    },
  },
});
