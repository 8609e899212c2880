import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { bodyOf } from "./body.ts";
import { exchange } from "./exchange.ts";
import { BusyError, Gate } from "./gate.ts";
import { OutboundError } from "./outbound-error.ts";
import { publicAddresses } from "./public-address.ts";
import { addressesOf, type Target, targetOf } from "./target.ts";
import { openWire, type Wire } from "./wire.ts";

const mostRedirects = 3;
/** Addresses of one host that are tried. */
const mostAddresses = 3;
const mostMs = 5_000;
const waits = { inAll: 8, perHost: 2, waiting: 200 } as const;

export interface OutboundOptions {
  readonly userAgent: string;
  /** Only tests give one. */
  readonly wire?: Wire;
  /** How long one request may take, redirects and all; tests have less time. */
  readonly mostMs?: number;
}

/** What is asked for. */
export interface Wish {
  /** Media types that are of use, the first being the one asked for. */
  readonly types: readonly string[];
  readonly mostBytes: number;
  /** What becomes of an answer that is longer. */
  readonly overflow: "cut" | "refuse";
  /** Whoever asked needs it no more. */
  readonly signal: AbortSignal;
}

export interface Answer {
  /** Where it came from in the end. */
  readonly url: URL;
  readonly type: string;
  /** As the header names it; null if it does not. */
  readonly charset: string | null;
  readonly body: Buffer;
}

/**
 * The one way in which this server asks others that people have named (security.md rule 8). An address is looked up once
 * and that very one connected to; nothing in this machine or its networks is asked, whatever form its address has, nor
 * by a redirect. What is not answered in time, or too long, or of another kind, is nothing.
 */
export class Outbound {
  readonly #wire: Wire;
  readonly #userAgent: string;
  readonly #mostMs: number;
  readonly #gate = new Gate(waits);
  readonly #isPublic = publicAddresses();

  constructor(options: OutboundOptions) {
    this.#wire = options.wire ?? openWire;
    this.#userAgent = options.userAgent;
    this.#mostMs = options.mostMs ?? mostMs;
  }

  /** Throws {@link OutboundError} when nothing comes of it. */
  async get(address: string | URL, wish: Wish): Promise<Answer> {
    const { host } = targetOf(address);
    try {
      return await this.#gate.run(host, () => this.#inTime(address, wish));
    } catch (error) {
      throw error instanceof BusyError ? new OutboundError("busy") : error;
    }
  }

  async #inTime(address: string | URL, wish: Wish): Promise<Answer> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), this.#mostMs);
    const signal = AbortSignal.any([late.signal, wish.signal]);
    const ended = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(new OutboundError(late.signal.aborted ? "slow" : "stopped")));
    });
    try {
      return await Promise.race([ended, this.#follow(address, { ...wish, signal })]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #follow(address: string | URL, wish: Wish): Promise<Answer> {
    let target = targetOf(address);
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const response = await this.#ask(target, wish);
      const next = redirectIn(response);
      if (next === null) return answerOf(response, target, wish);
      response.destroy();
      target = targetOf(next, target.url);
    }
    throw new OutboundError("redirects");
  }

  async #ask(target: Target, { types, signal }: Wish): Promise<IncomingMessage> {
    const socket = await this.#connect(target, signal);
    signal.addEventListener("abort", () => socket.destroy(), { once: true });
    return exchange({ target, socket, accept: `${types.join(", ")};q=0.9`, userAgent: this.#userAgent, signal });
  }

  async #connect(target: Target, signal: AbortSignal): Promise<Socket> {
    const resolve = (host: string) =>
      this.#wire.resolve(host).catch((cause: unknown) => {
        throw new OutboundError("unreachable", { cause });
      });
    const addresses = await addressesOf(target, { resolve, isPublic: this.#isPublic });
    for (const address of addresses.slice(0, mostAddresses)) {
      if (signal.aborted) break;
      const socket = this.#wire.dial(address, target.port).on("error", () => undefined);
      const isConnected = await once(socket, "connect", { signal }).then(
        () => true,
        () => false,
      );
      if (isConnected) return socket;
      socket.destroy();
    }
    throw new OutboundError("unreachable");
  }
}

function redirectIn({ statusCode = 0, headers }: IncomingMessage): string | null {
  return [301, 302, 303, 307, 308].includes(statusCode) ? (headers.location ?? null) : null;
}

async function answerOf(response: IncomingMessage, { url }: Target, wish: Wish): Promise<Answer> {
  const header = response.headers["content-type"] ?? "";
  const type = (header.split(";")[0] ?? "").trim().toLowerCase();
  try {
    if (response.statusCode !== 200) throw new OutboundError("status");
    if (!wish.types.includes(type)) throw new OutboundError("type");
    const body = await bodyOf(response, wish.mostBytes, wish.overflow);
    return { url, type, charset: /;\s*charset="?([\w.:-]+)/i.exec(header)?.[1] ?? null, body };
  } catch (error) {
    throw error instanceof OutboundError ? error : new OutboundError("unreachable", { cause: error });
  } finally {
    response.destroy();
  }
}
