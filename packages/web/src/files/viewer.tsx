import { type ReactNode, Suspense } from "react";
import { useVisitState, type Visit } from "../messages/visit.ts";
import { FileDialog, Lightbox } from "../screens.ts";
import { ShowFileContext, type Shown } from "./show-file.ts";

/** Shows one picture large, or what is in another file, whether or not its message is in the page any more. */
export function Viewer({ visit, children }: { visit: Visit; children: ReactNode }) {
  const [shown, show] = useVisitState<Shown | null>(visit, null);
  return (
    <ShowFileContext value={show}>
      {children}
      <Suspense fallback={null}>
        {shown && "file" in shown && <Lightbox shown={shown} />}
        {shown && !("file" in shown) && <FileDialog file={shown} onClose={() => show(null)} />}
      </Suspense>
    </ShowFileContext>
  );
}
