import { useEffect } from "react";
import { useMedia } from "./use-media.ts";

/** Follows the system when it asks for more contrast; `public/theme.js` does so before the first paint. */
export function useAskedContrast(): void {
  const isAsked = useMedia("(prefers-contrast: more)");
  useEffect(() => {
    document.documentElement.toggleAttribute("data-contrast-asked", isAsked);
  }, [isAsked]);
}
