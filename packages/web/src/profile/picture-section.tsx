import { ImageUp, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { Section } from "../settings/section.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useMe } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { CropDialog } from "./crop-dialog.tsx";
import { openPicture } from "./picture.ts";
import styles from "./profile.module.css";

/** My picture: choose, cut out, remove. */
export function PictureSection() {
  const { profile } = useWords();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const me = useMe();
  const input = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  if (me === null) return null;
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const opened = await openPicture(file);
    if (opened === null) action.fail(profile.notPicture);
    else setPicture(opened);
  };
  const remove = () =>
    void action.run(async () => {
      await client.call("profile:remove-avatar", {});
      toast({ text: profile.pictureRemoved });
    });
  return (
    <Section title={profile.picture}>
      <div className={styles.picture}>
        <Avatar name={me.name} seed={me.id} picture={me.avatar} size={96} />
        <div className={styles.about}>
          <p>{profile.pictureHint}</p>
          <div className={styles.buttons}>
            <Button icon={<ImageUp size={18} />} onClick={() => input.current?.click()}>
              {me.avatar === undefined ? profile.choosePicture : profile.changePicture}
            </Button>
            {me.avatar !== undefined && (
              <Button icon={<Trash2 size={18} />} isBusy={action.isBusy} onClick={remove}>
                {profile.removePicture}
              </Button>
            )}
          </div>
          {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
        </div>
        <input
          ref={input}
          type="file"
          accept="image/*"
          className={styles.file}
          aria-label={profile.choosePicture}
          tabIndex={-1}
          onChange={(event) => {
            void choose(event.target.files?.[0]);
            // The same file again is a choice, too.
            event.target.value = "";
          }}
        />
      </div>
      {picture && <CropDialog picture={picture} onClose={() => setPicture(null)} />}
    </Section>
  );
}
