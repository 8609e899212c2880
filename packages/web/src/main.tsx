import "./base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { registerServiceWorker } from "./service-worker-client.ts";
import { reloadWhenStale } from "./stale-page.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");
createRoot(root).render(<App />);
registerServiceWorker();
reloadWhenStale();
