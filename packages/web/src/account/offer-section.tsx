import { QrCode as QrIcon } from "lucide-react";
import { useState } from "react";
import { Section } from "../settings/section.tsx";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import { OfferDialog } from "./offer-dialog.tsx";

/** One more device, without typing a password there. */
export function OfferSection() {
  const { offer } = useWords().account;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Section title={offer.title} hint={offer.hint}>
        <div>
          <Button icon={<QrIcon size={18} />} onClick={() => setOpen(true)}>
            {offer.show}
          </Button>
        </div>
      </Section>
      {isOpen && <OfferDialog onClose={() => setOpen(false)} />}
    </>
  );
}
