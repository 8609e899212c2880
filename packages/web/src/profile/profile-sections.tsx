import type { Profile } from "@parley/contract";
import { useCallback } from "react";
import { useClient } from "../client-context.ts";
import { Section } from "../settings/section.tsx";
import { RetryBanner } from "../ui/retry-banner.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useMe } from "../use-client-state.ts";
import { useLoad } from "../use-load.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { PictureSection } from "./picture-section.tsx";
import { ProfileForm } from "./profile-form.tsx";

/** My picture, and what I say of myself. */
export function ProfileSections() {
  const words = useWords();
  const language = useLanguage();
  const { data, error, reload } = useOwnProfile();
  return (
    <>
      <PictureSection />
      <Section title={words.profile.about}>
        {error !== null && <RetryBanner text={errorText(words, language, error)} onRetry={reload} />}
        {data === null && error === null && (
          <Late label={words.app.loading}>
            <Skeleton width="100%" height="280px" />
          </Late>
        )}
        {data && <ProfileForm profile={data} />}
      </Section>
    </>
  );
}

function useOwnProfile(): { data: Profile | null; error: unknown; reload: () => void } {
  const client = useClient();
  const meId = useMe()?.id;
  return useLoad(
    useCallback(async () => {
      await client.whenLive();
      if (meId === undefined) throw new Error("Nobody is signed in.");
      return client.call("profile:show", { userId: meId });
    }, [client, meId]),
  );
}
