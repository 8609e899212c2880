import type { Output } from "@parley/contract";
import { Copy } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Dialog } from "../ui/dialog.tsx";
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
  const isDone = useClaimed();
  return (
    <Dialog title={offer.title} onClose={onClose} footer={<Button onClick={onClose}>{words.app.done}</Button>}>
      {isDone && <Banner kind="info">{offer.done}</Banner>}
      {error !== null && <Banner kind="danger">{errorText(words, language, error)}</Banner>}
      {!isDone && data && <Offer key={data.code} offered={data} onAgain={reload} />}
      {data === null && error === null && (
        <Late label={words.app.loading}>
          <Skeleton width="100%" height="300px" />
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
      <input
        className={styles.link}
        aria-label={account.offer.link}
        readOnly
        dir="ltr"
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <IconButton label={account.offer.copy} icon={<Copy size={18} />} onClick={() => void copy()} />
    </div>
  );
}

/** Whether a session began while the code was shown. */
function useClaimed(): boolean {
  const client = useClient();
  const [isClaimed, setClaimed] = useState(false);
  useEffect(() => client.on("event", (_roomId, [name]) => name === "session:changed" && setClaimed(true)), [client]);
  return isClaimed;
}
