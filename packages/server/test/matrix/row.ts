/** What the matrix sends of a request, and what it is to answer where its definition alone does not decide. */
import type { Input, RequestName } from "@parley/contract";
import { type Scene, type Standing, standings } from "./scene.ts";

export interface Row<N extends RequestName> {
  input(scene: Scene, standing: Standing): Input<N> | Promise<Input<N>>;
  /** Where the definition alone does not decide. */
  expected?: Partial<Record<Standing, string>>;
  /** Answered, but without any effect. */
  ignored?: readonly Standing[];
}

export type Rows<N extends RequestName = RequestName> = { [K in N]: Row<K> };

/** The same for all; who is not signed in is refused before that, where one must be. */
export const everybody = (code: string) =>
  Object.fromEntries(standings.map((standing) => [standing, code])) as Record<Standing, string>;

export const isSignedIn = (standing: Standing) => standing !== "anonymous" && standing !== "revoked";
