import { request } from "@parley/client";
import type { RoomId, UserId } from "@parley/contract";
import { useState } from "react";
import { useLocation } from "wouter";
import { useSession } from "../session.tsx";
import { Button } from "../ui/button.tsx";
import { useAction } from "../use-action.ts";
import { isWireError } from "../words/error-text.ts";
import { useWords } from "../words/use-words.ts";
import { AccountFields, accountFault, accountFields, atUsername } from "./account-fields.tsx";
import styles from "./entry-form.module.css";
import { EntryForm, type EntryValues } from "./entry-form.tsx";
import { ProviderLink } from "./provider-link.tsx";
import { type Credentials, SecondFactor } from "./second-factor.tsx";
import { browserSession, findOwnRoom, here } from "./server.ts";

export interface JoinAccountProps {
  code: string;
  roomName: string;
  /** What the button of another house says; null where there is none. */
  provider: string | null;
}

/** A new account by the invitation, or the account that one has elsewhere; both end in the room. */
export function JoinAccount({ code, roomName, provider }: JoinAccountProps) {
  const words = useWords();
  const action = useAction();
  const [isNew, setNew] = useState(true);
  const [held, setHeld] = useState<Credentials | null>(null);
  const { enter, goIn } = useEnter({ code, roomName, onFactorAsked: setHeld });
  const submit = (values: EntryValues) => {
    const fault = accountFault(words, values, isNew);
    if (fault) action.fail(...fault);
    else void action.run(() => enter(values, isNew));
  };
  if (held !== null) return <SecondFactor credentials={held} onEntered={goIn} onBack={() => setHeld(null)} />;
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
      {provider !== null && <ProviderLink label={provider} to="/" invitation={code} />}
      <p className={styles.switch}>
        <Button look="quiet" isSmall onClick={() => setNew(!isNew)}>
          {isNew ? words.entry.join.signInInstead : words.entry.join.createInstead}
        </Button>
      </p>
    </>
  );
}

interface EnterOptions {
  code: string;
  roomName: string;
  onFactorAsked: (credentials: Credentials) => void;
}

function useEnter({ code, roomName, onFactorAsked }: EnterOptions) {
  const session = useSession();
  const [, navigate] = useLocation();
  const showRoom = async (userId: UserId, roomId: RoomId | null) => {
    await session.enter(userId);
    navigate(roomId === null ? "/" : `/r/${roomId}`, { replace: true });
  };
  const goIn = async (userId: UserId) => showRoom(userId, (await request(here, "invitation:accept", { code })).room.id);
  const enter = async (values: EntryValues, isNew: boolean) => {
    const credentials = { username: values("username"), password: values("password") };
    const account = { ...credentials, ...browserSession() };
    if (isNew) {
      const { user } = await atUsername(request(here, "account:create", { ...account, invitation: code }));
      await showRoom(user.id, await findOwnRoom((room) => room.name === roomName));
      return;
    }
    try {
      await goIn((await request(here, "session:create", account)).user.id);
    } catch (error) {
      if (!isWireError(error) || error.code !== "second_factor") throw error;
      onFactorAsked(credentials);
    }
  };
  return { enter, goIn };
}
