import { RetryBanner } from "../ui/retry-banner.tsx";
import { useWords } from "../words/use-words.ts";
import type { Factors } from "./use-factors.ts";

/** In place of what could not be loaded. */
export function FactorsFailed({ factors }: { factors: Factors }) {
  const { account } = useWords();
  return <RetryBanner text={`${account.failed} ${factors.error ?? ""}`} onRetry={factors.reload} />;
}
