import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The server that `bin/dev` started beside this one. */
const server = process.env.PARLEY_DEV_SERVER ?? "http://127.0.0.1:3000";

export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2023",
    // The content security policy refuses data: fonts and inline scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: "manifest.json",
    reportCompressedSize: false,
  },
  server: {
    proxy: {
      "/api": server,
      "/live": server,
      "/ready": server,
      "/socket.io": { target: server, ws: true },
    },
  },
});
