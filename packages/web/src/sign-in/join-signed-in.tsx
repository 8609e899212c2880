import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useAction } from "../use-action.ts";
import { useMe } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./entry-form.module.css";

/** One button for whoever has an account already. */
export function JoinSignedIn({ code, roomName }: { code: string; roomName: string }) {
  const { join } = useWords().entry;
  const client = useClient();
  const me = useMe();
  const action = useAction();
  const [, navigate] = useLocation();
  const accept = async () => {
    const { room } = await client.call("invitation:accept", { code });
    navigate(`/r/${room.id}`, { replace: true });
  };
  return (
    <div className={styles.form}>
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
      <Button look="primary" isWide isBusy={action.isBusy} onClick={() => void action.run(accept)}>
        {join.joinRoom(roomName)}
      </Button>
      {me && <p className={styles.note}>{join.signedInAs(me.name)}</p>}
    </div>
  );
}
