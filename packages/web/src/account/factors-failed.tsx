import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import type { Factors } from "./use-factors.ts";

/** In place of what could not be loaded. */
export function FactorsFailed({ factors }: { factors: Factors }) {
  const { account, app } = useWords();
  const retry = (
    <Button isSmall onClick={factors.reload}>
      {app.retry}
    </Button>
  );
  return (
    <Banner kind="danger" actions={retry}>
      {account.failed} {factors.error}
    </Banner>
  );
}
