import type { Invitation } from "@parley/contract";
import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { LinkField } from "../ui/link-field.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./invite-dialog.module.css";

/** What a friend opens. The code is behind the #, where no server on the way sees it. */
export function linkOf(invitation: Pick<Invitation, "code">): string {
  return `${location.origin}/join#${invitation.code}`;
}

/** The link just made, ready to be sent. */
export function InvitationLink({ invitation }: { invitation: Invitation }) {
  const { invite } = useWords().directory;
  const field = useRef<HTMLInputElement>(null);
  const copyButton = useRef<HTMLButtonElement>(null);
  const [copied, setCopied] = useState<"not-yet" | "copied" | "refused">("not-yet");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new link has not been copied.
  useEffect(() => {
    setCopied("not-yet");
    copyButton.current?.focus();
  }, [invitation.id]);
  const copy = async () => {
    const isCopied = await copyText(linkOf(invitation));
    setCopied(isCopied ? "copied" : "refused");
    if (!isCopied) field.current?.select();
  };
  return (
    <div className={styles.made}>
      <div className={styles.linkRow}>
        <LinkField ref={field} label={invite.link} link={linkOf(invitation)} />
        <Button
          ref={copyButton}
          look="primary"
          icon={copied === "copied" ? <Check size={18} /> : <Copy size={18} />}
          onClick={() => void copy()}
        >
          {invite.copyLink}
        </Button>
      </div>
      <p className={styles.hint} role="status">
        {copied === "copied" && invite.copied}
        {copied === "refused" && invite.copyFailed}
      </p>
    </div>
  );
}
