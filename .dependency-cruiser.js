/**
 * The dependency rule of ARCHITECTURE.md, without an exceptions list:
 *
 *   web, terminal, e2e → client → contract ← server
 *   main → app → realtime, http → execute → features → access, domain, store;  jobs → steps, domain, store
 *   realtime → domain
 *
 * Inside the server each layer names what it may import of ours; everything else is refused.
 */
import swc from "@swc/core";

/** dependency-cruiser's swc parser does not ask for JSX (17.4): without this every component is a syntax error. */
const { parseFileSync } = swc;
swc.parseFileSync = (path, options) => parseFileSync(path, { ...options, tsx: path.endsWith(".tsx") });

const src = "^packages/server/src/";
const tests = "\\.test\\.tsx?$";

/** Steps that several features take (making an account, entering a room): between the features and what they stand on. */
const steps = [
  ...["accounts", "audit", "bans", "erasure", "looks", "membership", "open-reports", "relations", "requests"],
  ...["additions", "pointing", "posting", "previewing", "scheduling", "settlements", "suspensions"],
  ...["threads", "tombstones"],
];
const standsOn = ["context", "access", "domain", "store", "lib"];

/** Layer → the layers of the server it may import besides itself. */
const serverLayers = {
  main: ["app", "config", "store", "cluster", "lib"],
  app: ["realtime", "http", "execute", "authenticate", "features", "jobs", "files", "cluster", "config", ...standsOn],
  // Who is told what is decided where it is sent (decision 10).
  realtime: ["execute", "authenticate", "context", "domain", "cluster", "config", "lib"],
  http: ["execute", "files", "authenticate", "context", "cluster", "config", "lib"],
  execute: ["features", "jobs", "cluster", "config", ...standsOn],
  features: ["config", ...steps, ...standsOn],
  authenticate: ["context", "store", "lib"],
  ...Object.fromEntries(steps.map((step) => [step, [...steps, ...standsOn]])),
  context: ["access", "domain", "store", "cluster", "config", "lib"],
  access: ["domain", "store", "lib"],
  jobs: ["files", ...steps, ...standsOn],
  files: ["context", "domain", "store", "config", "lib"],
  domain: ["lib"],
  store: ["lib"],
  config: ["lib"],
  cluster: [],
  lib: [],
};

/** A layer is a file (`access.ts`) or, once it has grown, a folder of that name. */
const layer = (...names) => `${src}(${names.join("|")})(/|\\.ts$)`;

const layerRules = Object.entries(serverLayers).map(([name, allowed]) => ({
  name: `server-${name}`,
  comment: `${name} may import only: ${[...allowed, name].join(", ")}.`,
  severity: "error",
  from: { path: layer(name), pathNot: tests },
  to: { path: src, pathNot: layer(name, ...allowed) },
}));

/** Package → the packages of ours it may import besides itself. */
const packages = {
  contract: [],
  server: ["contract"],
  client: ["contract"],
  web: ["client", "contract"],
  terminal: ["client", "contract"],
};

/** The server's tests talk to it as strangers do: through the client. Its sources never. */
const inTests = { server: ["client"] };

const packageRules = Object.entries(packages).flatMap(([name, allowed]) => [
  packageRule(name, { path: `^packages/${name}/`, pathNot: `^packages/${name}/test/` }, allowed),
  packageRule(`${name}-tests`, { path: `^packages/${name}/test/` }, [...allowed, ...(inTests[name] ?? [])]),
]);

function packageRule(name, from, allowed) {
  const reachable = [...allowed, name.replace("-tests", "")];
  return {
    name: `package-${name}`,
    comment: `Arrows point at the contract: ${name} may import only: ${reachable.join(", ")}.`,
    severity: "error",
    from,
    to: { path: "^(packages|e2e|bin)/", pathNot: `^packages/(${reachable.join("|")})/` },
  };
}

/** Only this part of the server may know these modules. */
const knownOnlyTo = (modules, ...names) => ({
  name: `only-${names.join("-and-")}`,
  comment: `Only ${names.join(" and ")} may import ${modules}.`,
  severity: "error",
  from: { path: src, pathNot: [layer(...names), tests] },
  to: { path: `(^|/)node_modules/(${modules})(/|$)|^(node:)?(${modules})$` },
});

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      comment: "A file that nothing imports and that imports nothing is dead.",
      severity: "error",
      from: { orphan: true, pathNot: [tests, "\\.config\\.ts$", "\\.d\\.ts$", "^packages/web/public/"] },
      to: {},
    },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "by-package-name",
      comment: "Another package is imported by its name, as strangers would.",
      severity: "error",
      from: { path: "^(packages/[^/]+|e2e)/", pathNot: "/test/" },
      to: { path: "^packages/", pathNot: "^$1/", dependencyTypes: ["local"] },
    },
    {
      name: "sources-without-tests",
      severity: "error",
      from: { path: "^packages/[^/]+/src/", pathNot: tests },
      to: { path: [tests, "^packages/[^/]+/test/", "^e2e/", "^bin/", "(^|/)node_modules/(vitest|fast-check)/"] },
    },
    ...packageRules,
    {
      name: "package-e2e",
      comment: "The product is tried from outside: through the client, never through the server's sources.",
      severity: "error",
      from: { path: "^e2e/" },
      to: { path: "^packages/", pathNot: "^packages/(client|contract)/|^packages/server/test/" },
    },
    ...layerRules,
    {
      name: "every-file-has-a-layer",
      comment: "A file outside the layers would escape the rule: say above what it may import.",
      severity: "error",
      from: { path: src, pathNot: [layer(...Object.keys(serverLayers)), tests] },
      to: {},
    },
    {
      name: "no-feature-imports-a-feature",
      comment: "When one must react to another: a pure rule in domain, or a job that reads the committed change.",
      severity: "error",
      from: { path: `${src}features/([^/.]+)`, pathNot: [`${src}features/index\\.ts$`, tests] },
      to: { path: `${src}features/`, pathNot: `${src}features/$1(/|\\.ts$)` },
    },
    {
      name: "which-database",
      comment: "Only main and app know which database and which cluster.",
      severity: "error",
      from: { path: src, pathNot: [layer("main", "app"), `${src}(store/dialects|cluster)/`, tests] },
      to: { path: `${src}(store/dialects/|cluster/(local|redis))` },
    },
    {
      name: "domain-is-pure",
      comment: "Domain decides; it reads no disk, no network, no clock.",
      severity: "error",
      from: { path: layer("domain"), pathNot: tests },
      to: { dependencyTypes: ["npm", "core"], pathNot: "^packages/" },
    },
    {
      name: "lib-is-nobodys",
      comment: "cluster and lib import nothing of ours, not even the contract: there are no chat words in them.",
      severity: "error",
      from: { path: layer("cluster", "lib"), pathNot: tests },
      to: { path: "^packages/", pathNot: "^packages/server/" },
    },
    knownOnlyTo("kysely|pg|sqlite", "store"),
    knownOnlyTo("socket\\.io|engine\\.io", "realtime"),
    knownOnlyTo("fastify|@fastify", "http"),
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^packages/[^/]+/dist/|^e2e/artefacts/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".json", ".css"],
    },
    builtInModules: { add: ["node:sqlite", "sqlite"] },
  },
};
