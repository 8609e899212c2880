import type { Output } from "@parley/contract";
import { Copy } from "lucide-react";
import { useCallback, useEffect, useRef } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Dialog } from "../ui/dialog.tsx";
import { LinkField } from "../ui/link-field.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useToast } from "../ui/toast.tsx";
import { useLoad } from "../use-load.ts";
import { useNow } from "../use-now.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./account.module.css";
import { timeLeft } from "./time-left.ts";

/** A code for another device: as a picture for its camera, and as a link. It lasts two minutes. */
export function OfferDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { offer } = words.account;
  const language = useLanguage();
  const client = useClient();
  const { data, error, reload } = useLoad(useCallback(() => client.call("session:offer", {}), [client]));
  const toast = useToast();
  useClaim(() => {
    onClose();
    toast({ text: offer.done });
  });
  return (
    <Dialog title={offer.title} onClose={onClose} footer={<Button onClick={onClose}>{words.app.done}</Button>}>
      {error !== null && <Banner kind="danger">{errorText(words, language, error)}</Banner>}
      {data && <Offer key={data.code} offered={data} onAgain={reload} />}
      {data === null && error === null && (
        <Late label={words.app.loading}>
          <Skeleton width="100%" height="391px" />
        </Late>
      )}
    </Dialog>
  );
}

function Offer({ offered, onAgain }: { offered: Output<"session:offer">; onAgain: () => void }) {
  const { offer } = useWords().account;
  const now = useNow(1_000);
  const left = offered.expiresAt - now;
  if (left <= 0) {
    const again = (
      <Button isSmall onClick={onAgain}>
        {offer.again}
      </Button>
    );
    return (
      <Banner kind="warning" actions={again}>
        {offer.over}
      </Banner>
    );
  }
  const link = `${location.origin}/link#${offered.code}`;
  return (
    <>
      <p>{offer.text}</p>
      <QrCode text={link} label={offer.qr} />
      <OfferLink link={link} />
      <p className={styles.centred} role="timer" aria-live="off">
        {offer.left(timeLeft(left))}
      </p>
    </>
  );
}

function OfferLink({ link }: { link: string }) {
  const { account, app } = useWords();
  const toast = useToast();
  const copy = async () => {
    if (await copyText(link)) toast({ text: app.copied });
  };
  return (
    <div className={styles.linkRow}>
      <LinkField label={account.offer.link} link={link} />
      <IconButton label={account.offer.copy} icon={<Copy size={18} />} onClick={() => void copy()} />
    </div>
  );
}

/** Calls back when a session has begun that was not there when the code was shown. */
function useClaim(onClaimed: () => void): void {
  const client = useClient();
  const latest = useRef(onClaimed);
  useEffect(() => {
    latest.current = onClaimed;
  });
  useEffect(() => {
    const list = async () => (await client.call("session:list", {})).sessions.map(({ id }) => id);
    const before = list();
    const look = async () => {
      const known = new Set(await before);
      if ((await list()).some((id) => !known.has(id))) latest.current();
    };
    // Cut off: whether somebody came in is then told by the list of devices.
    before.catch(() => undefined);
    return client.on("event", (_roomId, [name]) => {
      if (name === "session:changed") look().catch(() => undefined);
    });
  }, [client]);
}
