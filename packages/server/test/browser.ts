/** A browser, as far as signing in goes: cookies, and where it is sent. */
import type { Snapshot } from "@parley/contract";
import type { TestProvider } from "./identity-provider.ts";
import { post } from "./person.ts";

export class Browser {
  readonly cookies = new Map<string, string>();
  readonly url: string;

  constructor(on: { readonly url: string }) {
    this.url = on.url;
  }

  async get(path: string): Promise<{ status: number; location: string; headers: Headers }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(new URL(path, this.url), { redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return {
      status: response.status,
      location: response.headers.get("location") ?? "",
      headers: response.headers,
    };
  }

  /** Out and back again; answers where it ends up. */
  async signIn(provider: TestProvider, start = ""): Promise<string> {
    const out = await this.get(`/auth/oidc/start${start}`);
    return (await this.get(provider.authorize(out.location).href)).location;
  }

  get session(): string {
    return this.cookies.get(`parley_${new URL(this.url).port}`) ?? "";
  }

  async snapshot(): Promise<Snapshot> {
    const { reply } = await post(this.url, "sync:open", { token: this.session });
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.data as Snapshot;
  }
}
