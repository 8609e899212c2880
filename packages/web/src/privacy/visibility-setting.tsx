import type { Audience, User, UserId, Visibility } from "@parley/contract";
import { useCallback, useState } from "react";
import { useClient } from "../client-context.ts";
import { Setting } from "../settings/section.tsx";
import { Button } from "../ui/button.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useClientState } from "../use-client-state.ts";
import { useLoad } from "../use-load.ts";
import { useWords } from "../words/use-words.ts";
import { ExceptionsDialog } from "./exceptions-dialog.tsx";
import styles from "./privacy.module.css";

export interface VisibilitySettingProps {
  label: string;
  hint?: string;
  value: Visibility;
  onChange: (value: Visibility) => void;
}

/** Who sees something, and for whom it is otherwise. */
export function VisibilitySetting({ label, hint, value, onChange }: VisibilitySettingProps) {
  const { privacy } = useWords();
  const [isChoosing, setChoosing] = useState(false);
  const people = useNamed(value.except);
  const isFromEveryone = value.audience === "everyone";
  return (
    <div className={styles.visibility}>
      <Setting label={label} {...(hint !== undefined && { hint })}>
        <SegmentedControl<Audience>
          label={label}
          value={value.audience}
          options={[
            { value: "everyone", label: privacy.everyone },
            { value: "friends", label: privacy.friends },
            { value: "nobody", label: privacy.nobody },
          ]}
          // Whom it was hidden from is not whom it shall be shown to.
          onChange={(audience) =>
            onChange({ audience, except: (audience === "everyone") === isFromEveryone ? value.except : [] })
          }
        />
      </Setting>
      <div className={styles.exceptions}>
        <p className={styles.names}>
          {isFromEveryone ? privacy.except : privacy.also}:{" "}
          {value.except.length === 0 ? privacy.noExceptions : people.map(({ name }) => name).join(", ")}
        </p>
        <Button isSmall look="quiet" onClick={() => setChoosing(true)}>
          {privacy.changeExceptions}
          <VisuallyHidden>{label}</VisuallyHidden>
        </Button>
      </div>
      {isChoosing && (
        <ExceptionsDialog
          title={isFromEveryone ? privacy.exceptTitle : privacy.alsoTitle}
          before={people}
          onChosen={(chosen) => {
            const unknown = value.except.filter((id) => !people.some((user) => user.id === id));
            onChange({ ...value, except: [...unknown, ...chosen.map(({ id }) => id)] });
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

/** People by id, those not known here asked for; who is gone is left out. */
function useNamed(ids: readonly UserId[]): readonly User[] {
  const client = useClient();
  const people = useClientState((state) => state.people);
  const missing = ids.filter((id) => !people.has(id)).join();
  const { data } = useLoad(
    useCallback(async () => {
      if (missing === "") return [];
      const answer = await client.call("user:list", { userIds: missing.split(",") as UserId[] });
      return answer.people;
    }, [client, missing]),
  );
  return ids
    .map((id) => people.get(id) ?? data?.find((user) => user.id === id))
    .filter((user): user is User => user !== undefined);
}
