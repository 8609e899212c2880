import { type ComponentType, lazy } from "react";

const AGAIN_MS = 2_000;

/**
 * A component that is fetched when it is first shown, and with it the words that screens say. Asked for again for as long
 * as the server is away: one part that does not come must not take the whole page with it. What has another name since
 * an upgrade is stale-page.ts's.
 */
export function screen<Props extends object = object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const fetched = (): Promise<{ default: ComponentType<Props> }> =>
    Promise.all([load(), import("./words/with-screen-words.tsx")]).then(
      ([Screen, { withScreenWords }]) => ({ default: withScreenWords(Screen) }),
      async () => {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        // The build's own loading does not ask twice for a style.
        for (const link of document.querySelectorAll<HTMLLinkElement>("[rel=stylesheet]"))
          if (!link.sheet) link.replaceWith(link.cloneNode());
        return fetched();
      },
    );
  return lazy(fetched) as unknown as ComponentType<Props>;
}
