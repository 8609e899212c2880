/** A site of the open internet, as the server sees it: its names and addresses are made up, its bytes come from here. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Wire } from "../../src/lib/outbound/wire.ts";

type Answering = (response: ServerResponse, request: IncomingMessage) => void;

export interface Dialled {
  readonly address: string;
  readonly port: number;
}

/** Public, and nobody's: whatever is dialled ends at this machine's own target. */
export const publicAddress = "93.184.215.14";

export class TargetSite {
  readonly #pages = new Map<string, Answering>();
  readonly #server: Server;
  /** Which addresses a name has at each look-up; the last stays. */
  readonly names = new Map<string, string[][]>();
  /** What was asked: each path, in order. */
  readonly hits: string[] = [];
  readonly requests: IncomingMessage[] = [];
  /** What was connected to. */
  readonly dialled: Dialled[] = [];
  #closed = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      this.hits.push(request.url ?? "");
      this.requests.push(request);
      response.on("close", () => {
        this.#closed += 1;
      });
      const answering = this.#pages.get(new URL(request.url ?? "/", "http://x").pathname);
      if (answering === undefined) response.writeHead(404).end();
      else answering(response, request);
    });
  }

  /** How many answers are over, whoever ended them. */
  get closed(): number {
    return this.#closed;
  }

  async start(): Promise<this> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  get wire(): Wire {
    const { port } = this.#server.address() as AddressInfo;
    return {
      resolve: async (host) => {
        const known = this.names.get(host);
        if (known === undefined) throw new Error("There is no such name.");
        return (known.length > 1 ? known.shift() : known[0]) ?? [];
      },
      dial: (address, asked) => {
        this.dialled.push({ address, port: asked });
        return connect({ host: "127.0.0.1", port });
      },
    };
  }

  name(host: string, ...lookups: string[][]): void {
    this.names.set(host, lookups.length === 0 ? [[publicAddress]] : lookups);
  }

  on(path: string, answering: Answering): void {
    this.#pages.set(path, answering);
  }

  page(path: string, html: string, headers: Record<string, string> = {}): void {
    this.on(path, (response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(html);
    });
  }

  redirect(path: string, location: string): void {
    this.on(path, (response) => void response.writeHead(302, { location }).end());
  }

  bytes(path: string, type: string, bytes: Buffer): void {
    this.on(path, (response) => void response.writeHead(200, { "content-type": type }).end(bytes));
  }

  /** Forgets what was asked. */
  clear(): void {
    this.hits.length = 0;
    this.requests.length = 0;
    this.dialled.length = 0;
    this.#closed = 0;
  }
}
