import type { Invitation } from "@parley/contract";
import { Check, Copy, Link2, X } from "lucide-react";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { IconButton } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { ItemRow } from "../ui/item-row.tsx";
import { useAction } from "../use-action.ts";
import { useMe, usePerson } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { untilTime } from "../words/until-time.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { linkOf } from "./invitation-link.tsx";
import styles from "./invite-dialog.module.css";

/** A link that works now. */
export function InvitationRow({ invitation, onRevoked }: { invitation: Invitation; onRevoked: () => void }) {
  const { invite } = useWords().directory;
  const client = useClient();
  const action = useAction();
  const facts = useFacts(invitation);
  // The sentence; or, where the browser refuses, the link itself, to be copied by hand.
  const [copied, setCopied] = useState("");
  const end = invitation.code.slice(-4);
  const revoke = async () => {
    const { roomId, id } = invitation;
    await client.call("invitation:revoke", { roomId, invitationId: id });
    onRevoked();
  };
  const copy = async () => {
    setCopied((await copyText(linkOf(invitation))) ? invite.copied : linkOf(invitation));
  };
  return (
    <ItemRow
      picture={<Link2 size={18} aria-hidden="true" />}
      name={<span className={styles.code}>…{end}</span>}
      facts={facts}
      error={action.error}
      actions={
        <>
          <IconButton
            label={invite.copyNamed(end)}
            icon={copied === invite.copied ? <Check size={18} /> : <Copy size={18} />}
            onClick={() => void copy()}
          />
          <IconButton
            label={invite.revokeNamed(end)}
            icon={<X size={18} />}
            disabled={action.isBusy}
            onClick={() => void action.run(revoke)}
          />
        </>
      }
    >
      <p className={styles.copied} role="status">
        {copied}
      </p>
    </ItemRow>
  );
}

function useFacts({ uses, maxUses, expiresAt, createdBy }: Invitation): string {
  const { invite } = useWords().directory;
  const language = useLanguage();
  const now = useNow(60_000);
  const me = useMe();
  const maker = usePerson(createdBy);
  const expiry = expiresAt === null ? invite.neverExpires : invite.expires(untilTime(expiresAt, now, language));
  const name = createdBy === me?.id ? invite.yours : maker?.name;
  return [invite.used(uses, maxUses), expiry, ...(name === undefined ? [] : [invite.by(name)])].join(" · ");
}
