const mostBytes = 2 * 1024 * 1024;

/** Somebody whom this server needs does not answer. */
export class AwayError extends Error {}

type Asked = Parameters<typeof fetch>[1];

/**
 * Asks a server that the administrators have chosen, wherever it is: in their own network, too. Never without TLS but on
 * this machine; no redirect is followed, and no more is read than such an answer may have.
 */
export async function fetchTrusted(address: string, asked: object): Promise<Response> {
  const url = URL.parse(address);
  if (url === null || !isTrustedAddress(url)) throw new AwayError("This address is not safe.");
  try {
    const response = await fetch(url, { ...(asked as Asked), redirect: "manual" });
    const { status, headers } = response;
    const body = await bytesOf(response);
    return new Response(status === 204 || status === 304 ? null : body, { status, headers });
  } catch (error) {
    throw new AwayError("No answer.", { cause: error });
  }
}

export function isTrustedAddress({ protocol, hostname }: URL): boolean {
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return protocol === "https:" || (protocol === "http:" && isHere);
}

async function bytesOf({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    length += piece.length;
    if (length > mostBytes) throw new AwayError("The answer is too long.");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
