import { useState } from "react";
import { Section } from "../settings/section.tsx";
import { Button } from "../ui/button.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { DeletionBanner } from "./deletion-banner.tsx";
import { DeletionDialog } from "./deletion-dialog.tsx";

/** The end of my account, and the way back from it. */
export function DeletionSection() {
  const { remove } = useWords().account;
  const deletesAt = useClientState((state) => state.account.deletesAt);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Section title={remove.title} hint={remove.hint}>
        {deletesAt === null ? (
          <div>
            <Button look="danger" onClick={() => setOpen(true)}>
              {remove.open}
            </Button>
          </div>
        ) : (
          <DeletionBanner deletesAt={deletesAt} />
        )}
      </Section>
      {isOpen && <DeletionDialog onClose={() => setOpen(false)} />}
    </>
  );
}
