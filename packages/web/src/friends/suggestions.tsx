import type { User } from "@parley/contract";
import { UserPlus, Users, UserX } from "lucide-react";
import { useCallback } from "react";
import { useClient } from "../client-context.ts";
import { useRelation } from "../people/use-relation.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { RetryBanner } from "../ui/retry-banner.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useLoad } from "../use-load.ts";
import { useMedia } from "../use-media.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./friends.module.css";
import { PersonRow } from "./person-row.tsx";

/** People in rooms with me, those with most rooms in common first. */
export function Suggestions() {
  const words = useWords();
  const { app, friends } = words;
  const language = useLanguage();
  const client = useClient();
  const { data, error, reload } = useLoad(
    useCallback(async () => {
      await client.whenLive();
      return client.call("friend:suggest", {});
    }, [client]),
  );
  if (error !== null) {
    return <RetryBanner text={`${friends.failed} ${errorText(words, language, error)}`} onRetry={reload} />;
  }
  if (data === null) {
    return (
      <Late label={app.loading}>
        <Skeleton width="100%" height="64px" />
      </Late>
    );
  }
  if (data.suggestions.length === 0) {
    return (
      <EmptyState
        icon={<Users size={28} />}
        title={friends.emptySuggestionsTitle}
        text={friends.emptySuggestionsText}
      />
    );
  }
  return (
    <ul className={styles.list}>
      {data.suggestions.map(({ user, sharedRooms }) => (
        <Suggestion key={user.id} user={user} sharedRooms={sharedRooms} />
      ))}
    </ul>
  );
}

/** It stays when it was taken up, so that nothing moves under the pointer. */
function Suggestion({ user, sharedRooms }: { user: User; sharedRooms: number }) {
  const { friends, profile } = useWords();
  const { relation, run, action } = useRelation(user.id);
  const isNarrow = useMedia("(max-width: 560px)");
  const isAsked = relation?.kind === "asked";
  const label = isAsked ? profile.cancelRequest : profile.addFriend;
  const toggle = () => void run(isAsked ? "friend:cancel" : "friend:ask");
  return (
    <PersonRow user={user} note={friends.sharedRooms(sharedRooms)} error={action.error}>
      {(relation === undefined || isAsked) &&
        (isNarrow ? (
          <IconButton
            label={`${label}: ${user.name}`}
            icon={isAsked ? <UserX size={20} /> : <UserPlus size={20} />}
            onClick={toggle}
          />
        ) : (
          <Button icon={isAsked ? undefined : <UserPlus size={18} />} onClick={toggle}>
            {label}
            <VisuallyHidden>{user.name}</VisuallyHidden>
          </Button>
        ))}
    </PersonRow>
  );
}
