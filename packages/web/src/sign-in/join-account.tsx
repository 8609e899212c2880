import { request } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { useState } from "react";
import { useLocation } from "wouter";
import { useSession } from "../session.tsx";
import { Button } from "../ui/button.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { AccountFields, accountFault, accountFields, atUsername } from "./account-fields.tsx";
import styles from "./entry-form.module.css";
import { EntryForm, type EntryValues } from "./entry-form.tsx";
import { browserSession, findOwnRoom, here } from "./server.ts";

/** A new account by the invitation, or the account that one has elsewhere; both end in the room. */
export function JoinAccount({ code, roomName }: { code: string; roomName: string }) {
  const words = useWords();
  const action = useAction();
  const [isNew, setNew] = useState(true);
  const enter = useEnter(code, roomName);
  const submit = (values: EntryValues) => {
    const fault = accountFault(words, values, isNew);
    if (fault) action.fail(...fault);
    else void action.run(() => enter(values, isNew));
  };
  return (
    <>
      <EntryForm
        key={String(isNew)}
        action={action}
        fields={accountFields}
        submitLabel={isNew ? words.entry.createAccount : words.entry.signIn}
        onSubmit={submit}
      >
        <AccountFields action={action} isNew={isNew} />
      </EntryForm>
      <p className={styles.switch}>
        <Button look="quiet" isSmall onClick={() => setNew(!isNew)}>
          {isNew ? words.entry.join.signInInstead : words.entry.join.createInstead}
        </Button>
      </p>
    </>
  );
}

function useEnter(code: string, roomName: string) {
  const session = useSession();
  const [, navigate] = useLocation();
  return async (values: EntryValues, isNew: boolean) => {
    const account = { username: values("username"), password: values("password"), ...browserSession() };
    const { user } = await (isNew
      ? atUsername(request(here, "account:create", { ...account, invitation: code }))
      : request(here, "session:create", account));
    const roomId: RoomId | null = isNew
      ? await findOwnRoom((room) => room.name === roomName)
      : (await request(here, "invitation:accept", { code })).room.id;
    await session.enter(user.id);
    navigate(roomId === null ? "/" : `/r/${roomId}`, { replace: true });
  };
}
