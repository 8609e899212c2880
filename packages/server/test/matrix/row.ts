/** What the matrix sends of a request, and what it is to answer where its definition alone does not decide. */
import type { Input, RequestName } from "@parley/contract";
import { type Scene, type Standing, standings } from "./scene.ts";

export interface Row<N extends RequestName> {
  input(scene: Scene, standing: Standing): Input<N> | Promise<Input<N>>;
  /** Where the definition alone does not decide. */
  expected?: Expected | Record<Scene["kind"], Expected>;
  /** Answered, but without any effect. */
  ignored?: readonly Standing[];
  /** Those who see into every room by their office. */
  oversees?: readonly Standing[];
}

type Expected = Partial<Record<Standing, string>>;

/** Where it matters whether the room is public. */
export const byKind = (expected: (kind: Scene["kind"]) => Expected) => ({
  public: expected("public"),
  private: expected("private"),
});

export type Rows<N extends RequestName = RequestName> = { [K in N]: Row<K> };

/** The same for all; who is not signed in is refused before that, where one must be. */
export const everybody = (code: string) =>
  Object.fromEntries(standings.map((standing) => [standing, code])) as Record<Standing, string>;

export const isSignedIn = (standing: Standing) => standing !== "anonymous" && standing !== "revoked";

export const isAdministrator = (standing: Standing) => standing === "serverOwner" || standing === "serverAdmin";

/** For what only those do who keep order on the server. */
export const onlyAdministrators: Expected = Object.fromEntries(
  standings.filter((one) => isSignedIn(one) && !isAdministrator(one)).map((standing) => [standing, "forbidden"]),
);

/** Made once for each scene: whom it does nothing for may share it, and all others have scenes of their own. */
export function onceIn<T>(make: (scene: Scene) => Promise<T>): (scene: Scene) => Promise<T> {
  const made = new WeakMap<Scene, Promise<T>>();
  return (scene) => {
    const known = made.get(scene) ?? make(scene);
    made.set(scene, known);
    return known;
  };
}
