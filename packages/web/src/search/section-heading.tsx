import type { ReactNode } from "react";
import { useMedia } from "../use-media.ts";

/** Below the panel's title, which is the page's own where the panel stands alone (search-panel.tsx). */
export function SectionHeading({ className, children }: { className: string | undefined; children: ReactNode }) {
  const Heading = useMedia("(max-width: 1080px)") ? "h2" : "h3";
  return <Heading className={className}>{children}</Heading>;
}
