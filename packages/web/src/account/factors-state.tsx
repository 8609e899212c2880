import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useWords } from "../words/use-words.ts";
import type { Factors } from "./use-factors.ts";

/** In place of what is not known yet. */
export function FactorsState({ factors }: { factors: Factors }) {
  const { account, app } = useWords();
  if (factors.error === null)
    return (
      <Late label={app.loading}>
        <Skeleton width="50%" height="36px" />
      </Late>
    );
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
