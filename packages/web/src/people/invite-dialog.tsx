import type { RoomEntry } from "@parley/client";
import type { Invitation, RoomId } from "@parley/contract";
import { useCallback, useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useAction } from "../use-action.ts";
import { useClientState } from "../use-client-state.ts";
import { useLoad } from "../use-load.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { InvitationLink } from "./invitation-link.tsx";
import { InvitationRow } from "./invitation-row.tsx";
import styles from "./invite-dialog.module.css";
import { type Expiry, type Uses, useTerms } from "./use-terms.ts";

export interface InviteDialogProps {
  /** The lobby, if left out. */
  roomId?: RoomId;
  onClose: () => void;
}

/** Links that bring people into a room: make one, copy it, see those that work, end them. */
export function InviteDialog({ roomId, onClose }: InviteDialogProps) {
  const entry = useClientState((state) => {
    if (roomId !== undefined) return state.rooms.get(roomId);
    return [...state.rooms.values()].find((one) => one.state.room.isLobby);
  });
  return entry ? <Invite entry={entry} onClose={onClose} /> : null;
}

function Invite({ entry, onClose }: { entry: RoomEntry; onClose: () => void }) {
  const words = useWords();
  const { invite } = words.directory;
  const client = useClient();
  const action = useAction();
  const { room } = entry.state;
  const [made, setMade] = useState<Invitation | null>(null);
  const [news, setNews] = useState("");
  const terms = useTerms();
  const living = useLiving(entry);
  const make = async () => {
    setMade(await client.call("invitation:create", { roomId: room.id, ...terms.input }));
    living.reload();
  };
  const revoked = () => {
    setNews(invite.revoked);
    living.reload();
  };
  const others = living.invitations.filter((one) => one.id !== made?.id);
  return (
    <Dialog title={invite.title(room.name)} onClose={onClose} onSubmit={() => void action.run(make)}>
      <p className={styles.text}>{invite.text}</p>
      {made && <InvitationLink invitation={made} />}
      <div className={styles.terms}>
        <SelectField<Expiry>
          label={invite.expiry}
          value={terms.expiry}
          options={terms.expiryOptions}
          onChange={terms.setExpiry}
        />
        <SelectField<Uses>
          label={invite.uses}
          value={terms.uses}
          options={terms.usesOptions}
          onChange={terms.setUses}
        />
      </div>
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
      <Button look={made ? "plain" : "primary"} type="submit" isWide isBusy={action.isBusy} data-autofocus>
        {made ? invite.makeAnother : invite.make}
      </Button>
      <VisuallyHidden>
        <span role="status">{news}</span>
      </VisuallyHidden>
      {living.error !== null && <Banner kind="danger">{living.error}</Banner>}
      {others.length > 0 && (
        <section>
          <h3 className={styles.heading}>{invite.current}</h3>
          <ul className={styles.links}>
            {others.map((one) => (
              <InvitationRow key={one.id} invitation={one} onRevoked={revoked} />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

function useLiving(entry: RoomEntry) {
  const client = useClient();
  const words = useWords();
  const language = useLanguage();
  const roomId = entry.state.room.id;
  const { data, error, reload } = useLoad(
    useCallback(() => client.call("invitation:list", { roomId }), [client, roomId]),
  );
  return {
    invitations: data?.invitations ?? [],
    error: error === null ? null : errorText(words, language, error),
    reload,
  };
}
