import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { type Crop, wholeCrop, within, zooms } from "./crop.ts";
import { CropStage } from "./crop-stage.tsx";
import { encodeCrop } from "./picture.ts";
import styles from "./profile.module.css";

/** Which part of a picture shall stand for me. */
export function CropDialog({ picture, onClose }: { picture: ImageBitmap; onClose: () => void }) {
  const { app, profile } = useWords();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const [crop, setCrop] = useState<Crop>(wholeCrop);
  const use = async () => {
    const image = await encodeCrop(picture, crop);
    if (image === null) {
      action.fail(profile.tooBusy);
      return;
    }
    const isSet = await action.run(() => client.call("profile:set-avatar", { image }));
    if (!isSet) return;
    toast({ text: profile.pictureSet });
    onClose();
  };
  return (
    <Dialog
      title={profile.crop}
      onClose={onClose}
      onSubmit={() => void use()}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy}>
            {profile.usePicture}
          </Button>
        </>
      }
    >
      <CropStage picture={picture} crop={crop} onCrop={setCrop} />
      <label className={styles.zoom}>
        {profile.zoom}
        <input
          type="range"
          className={styles.range}
          min={zooms.least}
          max={zooms.most}
          step={0.05}
          value={crop.zoom}
          onChange={(event) => setCrop(within({ ...crop, zoom: event.target.valueAsNumber }, picture))}
        />
      </label>
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}
