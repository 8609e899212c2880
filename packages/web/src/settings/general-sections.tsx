import { AccountSection } from "./account-section.tsx";
import { AppearanceSection } from "./appearance-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";
import { WritingSection } from "./writing-section.tsx";

/** How the interface behaves for me, and where I am signed in. */
export function GeneralSections() {
  return (
    <>
      <AccountSection />
      <AppearanceSection />
      <WritingSection />
      <SessionsSection />
    </>
  );
}
