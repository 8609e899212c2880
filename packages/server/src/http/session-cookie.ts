import type { CookieSerializeOptions } from "@fastify/cookie";
import type { HttpDeps } from "./deps.ts";

/** The cookie that holds a session: no script reads it, and no other site's request but a link brings it. */
export function cookieOptions({ isTls }: Pick<HttpDeps, "isTls">): CookieSerializeOptions {
  return { path: "/", httpOnly: true, sameSite: "lax", secure: isTls };
}

export function sessionCookie(deps: HttpDeps, token: string): [string, string, CookieSerializeOptions] {
  return [deps.cookieName(), token, { ...cookieOptions(deps), maxAge: 400 * 86_400 }];
}
