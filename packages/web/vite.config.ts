import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { slimEmoji } from "./build/slim-emoji.ts";

/** The server that `bin/dev` started beside this one. */
const server = process.env.PARLEY_DEV_SERVER ?? "http://127.0.0.1:3000";

const signs =
  /(expiry-clock|forwarded-from|link-card|linked-message-card|pin-bar|pin-sign|select-box|selection-bar|silence-notice|slow-sign|sticker-picture|undo-send|voice-bar)\.(tsx|module\.css)/;
const dialogs =
  /(delete|edits|forward|keys|message-report|new-message|new-room|reactors|readers)-dialog\.(tsx|module\.css)/;

export default defineConfig({
  plugins: [react(), slimEmoji()],
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
    // several later screens need is another, fetched while the first one is looked at. What a message bears now and then,
    // and what is asked about one, is one file each: by themselves they are so small that their names weigh more.
    rolldownOptions: {
      output: {
        // The first script names all others: their names are as short as can be (the manifest says what they are).
        chunkFileNames: "assets/[hash:7].js",
        assetFileNames: "assets/[hash:7][extname]",
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"], priority: 2 },
            { name: "signs", test: signs, priority: 1 },
            { name: "dialogs", test: dialogs, priority: 1 },
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
      "/emoji": server,
      "/stickers": server,
      "/exports": server,
      "/files": server,
      "/live": server,
      "/ready": server,
      "/uploads": server,
      "/socket.io": { target: server, ws: true },
    },
  },
});
