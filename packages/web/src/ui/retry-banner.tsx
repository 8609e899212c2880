import { useWords } from "../words/use-words.ts";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";

/** In place of what could not be loaded: what happened, and another try. */
export function RetryBanner({ text, onRetry }: { text: string; onRetry: () => void }) {
  const { app } = useWords();
  const retry = (
    <Button isSmall onClick={onRetry}>
      {app.retry}
    </Button>
  );
  return (
    <Banner kind="danger" actions={retry}>
      {text}
    </Banner>
  );
}
