/** The page's one Trusted Types policy (the server's content security policy names it): it lets in the worker, no other script. */
interface TrustedTypes {
  createPolicy(
    name: "parley",
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const address = "/service-worker.js";

/** Keeps the page itself on this device, so that it opens with the server away. Only the built page has a worker. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // Refused (private browsing, plain http): the page works as before, only not without the server.
  addEventListener("load", () => void navigator.serviceWorker.register(trusted()).catch(() => undefined));
}

function trusted(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("parley", { createScriptURL: (url) => (url === address ? url : "") });
  return policy?.createScriptURL(address) ?? address;
}
