import { Compass } from "lucide-react";
import { useLocation } from "wouter";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useWords } from "../words/use-words.ts";
import { PageFrame } from "./page-frame.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { app, entry } = useWords();
  const [, navigate] = useLocation();
  return (
    <PageFrame title={app.name}>
      <EmptyState
        icon={<Compass size={28} />}
        title={entry.notFoundTitle}
        text={entry.notFoundText}
        actions={
          <Button look="primary" onClick={() => navigate("/")}>
            {entry.notFoundBack}
          </Button>
        }
      />
    </PageFrame>
  );
}
