import type { IncomingMessage } from "node:http";
import { isIP, type Socket } from "node:net";
import { connect as secure } from "node:tls";
import { acceptedEncodings } from "./body.ts";
import { OutboundError } from "./outbound-error.ts";
import type { Target } from "./target.ts";

export interface Asking {
  readonly target: Target;
  /** Connected, or about to be, to an address that was checked. */
  readonly socket: Socket;
  readonly accept: string;
  readonly userAgent: string;
  readonly signal: AbortSignal;
}

/**
 * One request on a connection of its own: no cookie, no referrer, nothing of whoever asked. The certificate is checked
 * against the host's name. Answers the response with its body still to come; whoever calls destroys it.
 */
export async function exchange({ target, socket, accept, userAgent, signal }: Asking): Promise<IncomingMessage> {
  // As an ES module node:http brings all of undici along, 30 ms and 5 MB: not for servers that ask nobody.
  const { request } = await import("node:http");
  const { url, host, isSecure } = target;
  const line = isSecure ? secured(socket, host) : socket;
  return new Promise((resolve, reject) => {
    const asked = request({
      createConnection: () => line,
      method: "GET",
      path: `${url.pathname}${url.search}`,
      headers: {
        host: url.host,
        accept,
        "accept-encoding": acceptedEncodings,
        "user-agent": userAgent,
        connection: "close",
      },
      maxHeaderSize: 16_384,
      signal,
    });
    asked.once("response", resolve);
    // Also after the response has begun.
    asked.on("error", (error) => {
      socket.destroy();
      reject(new OutboundError("unreachable", { cause: error }));
    });
    asked.end();
  });
}

function secured(socket: Socket, host: string): Socket {
  const servername = isIP(host) === 0 ? { servername: host } : {};
  return secure({ socket, host, ...servername, ALPNProtocols: ["http/1.1"], minVersion: "TLSv1.2" });
}
