import { request } from "@parley/client";
import { Link2Off, MonitorSmartphone } from "lucide-react";
import { useLocation } from "wouter";
import { useSession } from "../session.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useAction } from "../use-action.ts";
import { useMe } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./entry-form.module.css";
import { EntryFrame } from "./entry-frame.tsx";
import { EntryNotice } from "./entry-notice.tsx";
import { browserSession, here } from "./server.ts";
import { useFragment } from "./use-fragment.ts";

/** `/link#CODE`: signs this device in as the person whose other device shows the code. Only after a press of the button. */
export function LinkPage() {
  const { entry } = useWords();
  const { link } = entry;
  const code = useFragment();
  const { phase } = useSession();
  const me = useMe();
  const [, navigate] = useLocation();
  const toRooms = { label: entry.join.toRooms, onSelect: () => navigate("/", { replace: true }) };
  const icon = <MonitorSmartphone size={26} />;
  if (phase === "in" && me !== null)
    return <EntryNotice icon={icon} title={link.alreadyTitle} text={link.alreadyText(me.name)} action={toRooms} />;
  if (code === "")
    return (
      <EntryNotice
        icon={<Link2Off size={26} />}
        title={entry.join.noCodeTitle}
        text={link.noCodeText}
        action={{ label: entry.join.toSignIn, onSelect: () => navigate("/sign-in") }}
      />
    );
  return (
    <EntryFrame title={link.title} text={link.text}>
      <Claim code={code} isReady={phase === "out"} />
    </EntryFrame>
  );
}

function Claim({ code, isReady }: { code: string; isReady: boolean }) {
  const { link } = useWords().entry;
  const session = useSession();
  const action = useAction();
  const [, navigate] = useLocation();
  const claim = async () => {
    const { user } = await request(here, "session:claim", { code, ...browserSession() });
    await session.enter(user.id);
    navigate("/", { replace: true });
  };
  return (
    <div className={styles.form}>
      {action.error !== null && (
        <Banner kind="danger">
          {action.error} {link.failed}
        </Banner>
      )}
      <Button look="primary" isWide isBusy={action.isBusy} disabled={!isReady} onClick={() => void action.run(claim)}>
        {link.now}
      </Button>
    </div>
  );
}
