import { request } from "@parley/client";
import type { Output } from "@parley/contract";
import { Link2Off, ServerOff } from "lucide-react";
import { useCallback } from "react";
import { useLocation } from "wouter";
import { useSession } from "../session.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useLoad } from "../use-load.ts";
import { isWireError } from "../words/error-text.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./entry-form.module.css";
import { EntryFrame } from "./entry-frame.tsx";
import { EntryNotice } from "./entry-notice.tsx";
import { JoinAccount } from "./join-account.tsx";
import { JoinSignedIn } from "./join-signed-in.tsx";
import { describeServer, here } from "./server.ts";
import { useFragment } from "./use-fragment.ts";

/** Where the link leads, and what the button of another house says here. */
type Invited = Output<"invitation:describe"> & { provider: string | null };

/** `/join#CODE`: who invites into which room, and the shortest way in. */
export function JoinPage() {
  const code = useFragment();
  const { phase } = useSession();
  const invited = useLoad(useCallback(() => describe(code), [code]));
  if (code === "") return <Invalid isIncomplete />;
  // Whether to ask for an account is known a moment later than where the link leads: shown before, the form would push.
  if (invited.data && phase === "starting") return <Waiting />;
  if (invited.data) return <Invitation code={code} invited={invited.data} />;
  if (invited.error === null) return <Waiting />;
  return isWireError(invited.error) && invited.error.code === "unavailable" ? (
    <Unreachable isBusy={invited.isLoading} onRetry={invited.reload} />
  ) : (
    <Invalid />
  );
}

/** Nothing where there is nothing to ask for. */
async function describe(code: string): Promise<Invited | null> {
  if (code === "") return null;
  const [invited, { oidc }] = await Promise.all([request(here, "invitation:describe", { code }), describeServer()]);
  return { ...invited, provider: oidc };
}

function Invitation({ code, invited }: { code: string; invited: Invited }) {
  const { join } = useWords().entry;
  const { phase } = useSession();
  return (
    <EntryFrame
      mark={
        <span className={styles.room}>
          <Avatar name={invited.roomName} seed={invited.roomName} size={56} isSquare />
        </span>
      }
      title={join.title(invited.roomName)}
      text={
        <>
          {join.invitedBy(invited.invitedBy, invited.serverName)}
          <br />
          {join.members(invited.memberCount)}.
        </>
      }
    >
      {phase === "in" && <JoinSignedIn code={code} roomName={invited.roomName} />}
      {phase === "out" && <JoinAccount code={code} roomName={invited.roomName} provider={invited.provider} />}
    </EntryFrame>
  );
}

function Invalid({ isIncomplete = false }: { isIncomplete?: boolean }) {
  const { join } = useWords().entry;
  const { phase } = useSession();
  const [, navigate] = useLocation();
  return (
    <EntryNotice
      icon={<Link2Off size={26} />}
      title={isIncomplete ? join.noCodeTitle : join.invalidTitle}
      text={isIncomplete ? join.noCodeText : join.invalidText}
      action={{ label: phase === "in" ? join.toRooms : join.toSignIn, onSelect: () => navigate("/") }}
    />
  );
}

function Unreachable({ isBusy, onRetry }: { isBusy: boolean; onRetry: () => void }) {
  const { app, entry } = useWords();
  return (
    <EntryNotice
      icon={<ServerOff size={26} />}
      title={entry.unreachableTitle}
      text={entry.unreachableText}
      action={{ label: app.retry, isBusy, onSelect: onRetry }}
    />
  );
}

function Waiting() {
  const { app } = useWords();
  return (
    <EntryFrame title={app.name}>
      <Late label={app.loading}>
        <Skeleton width="100%" height="88px" />
      </Late>
    </EntryFrame>
  );
}
