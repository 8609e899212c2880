import { wrongUse } from "./failure.ts";

/** What an invitation leads to: the code, and the server if a whole link was given. */
export interface InvitationLink {
  readonly code: string;
  readonly server: string | null;
}

const CODE = /^[A-Za-z0-9_-]{1,100}$/;

/** Reads `https://server/join#CODE`, or the bare code. */
export function invitationLink(text: string): InvitationLink {
  const [address = "", code] = text.split("#", 2);
  const link = code === undefined ? { code: address, server: null } : { code, server: serverOf(address) };
  if (!CODE.test(link.code))
    throw wrongUse(`"${text}" is not an invitation link such as http://localhost:3000/join#CODE.`);
  return link;
}

function serverOf(address: string): string | null {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? `${url.origin}${url.pathname.replace(/\/join\/?$/, "")}` : null;
}
