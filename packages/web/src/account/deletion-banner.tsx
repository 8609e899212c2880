import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

/** My account is going to be deleted, and how to stop that. */
export function DeletionBanner({ deletesAt }: { deletesAt: number }) {
  const { remove } = useWords().account;
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const keep = async () => {
    await client.call("account:keep", {});
    toast({ text: remove.kept });
  };
  const when = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(deletesAt);
  const button = (
    <Button isSmall isBusy={action.isBusy} onClick={() => void action.run(keep)}>
      {remove.keep}
    </Button>
  );
  return (
    <Banner kind="warning" actions={button}>
      {remove.pending(when)} {action.error}
    </Banner>
  );
}
