import { ArchiveSection } from "./archive-section.tsx";
import { DeletionSection } from "./deletion-section.tsx";
import { OfferSection } from "./offer-section.tsx";
import { PasskeysSection } from "./passkeys-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { TotpSection } from "./totp-section.tsx";
import { useFactors } from "./use-factors.ts";

/** How I prove who I am, what is kept of me, and the end of it. */
export function AccountSections() {
  const factors = useFactors();
  return (
    <>
      <PasswordSection />
      <TotpSection factors={factors} />
      <PasskeysSection factors={factors} />
      <OfferSection />
      <ArchiveSection />
      <DeletionSection />
    </>
  );
}
