import type { RoomEntry } from "@parley/client";
import type { Preferences } from "@parley/contract";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { Switch } from "../ui/switch.tsx";
import { useAction } from "../use-action.ts";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./privacy.module.css";

type Choice = "settings" | "shown" | "hidden";

/** What holds in one conversation other than in my settings. */
export function RoomPrivacyDialog({ entry, onClose }: { entry: RoomEntry; onClose: () => void }) {
  const { app, links, privacy } = useWords();
  const words = privacy.inRoom;
  const client = useClient();
  const action = useAction();
  const { room, preferences } = entry.state;
  const overall = useClientState((state) => state.settings.privacy);
  const prefer = (part: keyof Preferences, choice: Choice) =>
    void action.run(() =>
      client.call("room:prefer", { roomId: room.id, [part]: choice === "settings" ? null : choice === "shown" }),
    );
  const field = (part: keyof Preferences, label: string) => (
    <SelectField<Choice>
      label={label}
      value={choiceOf(preferences[part])}
      options={[
        { value: "settings", label: words.asSettings(overall[part]) },
        { value: "shown", label: words.shown },
        { value: "hidden", label: words.hidden },
      ]}
      onChange={(choice) => prefer(part, choice)}
    />
  );
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {app.done}
        </Button>
      }
    >
      {field("typing", words.typing)}
      {field("receipts", words.receipts)}
      <p className={styles.hint}>{words.mutual}</p>
      {room.kind === "direct" && (
        <Switch
          label={links.previews}
          hint={words.previewsHint}
          isOn={room.rules.linkPreviews}
          onChange={(areOn) => void action.run(() => client.call("room:set-previews", { roomId: room.id, areOn }))}
        />
      )}
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}

function choiceOf(preference: boolean | null): Choice {
  if (preference === null) return "settings";
  return preference ? "shown" : "hidden";
}
