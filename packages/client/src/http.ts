import type { Input, Output, Reply, RequestName } from "@parley/contract";
import { errorOf } from "./errors.ts";

export interface HttpServer {
  /** Empty for the page's own origin. */
  url: string;
  token?: string;
  fetch?: typeof fetch;
}

/** One request over HTTP, for before there is a session. Throws ParleyError; `unavailable` when nobody answers. */
export async function request<N extends RequestName>(server: HttpServer, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await post(server, name, input);
  if (reply.ok) return reply.data as Output<N>;
  throw errorOf(reply.error);
}

async function post(server: HttpServer, name: RequestName, input: unknown): Promise<Reply> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (server.token !== undefined) headers.authorization = `Bearer ${server.token}`;
  const send = server.fetch ?? fetch;
  try {
    const response = await send(`${server.url.replace(/\/$/, "")}/api/${name.replace(":", "/")}`, {
      method: "POST",
      headers,
      credentials: "same-origin",
      body: JSON.stringify(input),
    });
    const reply = (await response.json()) as Partial<Reply>;
    if (reply.ok === true || (reply.ok === false && reply.error)) return reply as Reply;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)) throw error;
  }
  return { ok: false, error: { code: "unavailable", message: "The server cannot be reached." } };
}
