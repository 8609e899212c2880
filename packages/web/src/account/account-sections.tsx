import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useWords } from "../words/use-words.ts";
import { ArchiveSection } from "./archive-section.tsx";
import { DeletionSection } from "./deletion-section.tsx";
import { OfferSection } from "./offer-section.tsx";
import { PasskeysSection } from "./passkeys-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { TotpSection } from "./totp-section.tsx";
import { useArchive } from "./use-archive.ts";
import { useFactors } from "./use-factors.ts";

/** How I prove who I am, what is kept of me, and the end of it. All at once, when all of it is known: nothing moves. */
export function AccountSections() {
  const { app } = useWords();
  const factors = useFactors();
  const archive = useArchive();
  if ((factors.data === null && factors.error === null) || !archive.isAnswered)
    return (
      <Late label={app.loading}>
        <Skeleton width="100%" height="230px" />
      </Late>
    );
  return (
    <>
      <PasswordSection />
      <TotpSection factors={factors} />
      <PasskeysSection factors={factors} />
      <OfferSection />
      <ArchiveSection archive={archive.archive} />
      <DeletionSection />
    </>
  );
}
