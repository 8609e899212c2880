/**
 * No inline script or style, nothing from elsewhere, no frames, no plugins. `ws:` and `wss:` are named because older
 * WebKit does not take `'self'` to mean them.
 */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:", "blob:"],
  mediaSrc: ["'self'", "blob:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'", "ws:", "wss:"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ["parley"],
} as const;

/** Options for helmet. HSTS and upgrades only where there is TLS: on a plain-http network they lock people out. */
export function securityHeaders(isTls: boolean) {
  const directives: Record<string, string[] | null> = Object.fromEntries(
    Object.entries(policy).map(([name, values]) => [name, [...values]]),
  );
  directives.upgradeInsecureRequests = isTls ? [] : null;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(Object.entries(directives).filter(([, value]) => value !== null)) as Record<
        string,
        string[]
      >,
    },
    strictTransportSecurity: isTls,
    crossOriginEmbedderPolicy: false,
    originAgentCluster: isTls,
    crossOriginOpenerPolicy: isTls ? ({ policy: "same-origin" } as const) : false,
    referrerPolicy: { policy: "no-referrer" } as const,
    xFrameOptions: { action: "deny" } as const,
  };
}
