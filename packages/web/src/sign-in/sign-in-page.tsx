import { request } from "@parley/client";
import type { ServerInfo, UserId } from "@parley/contract";
import { Hourglass, ServerOff } from "lucide-react";
import { useEffect, useState } from "react";
import { Redirect, useLocation, useSearchParams } from "wouter";
import { forgetSearches } from "../search/recent-searches.ts";
import { useSession } from "../session.tsx";
import { Button } from "../ui/button.tsx";
import { Late } from "../ui/skeleton.tsx";
import { useAction } from "../use-action.ts";
import { useLoad } from "../use-load.ts";
import { isWireError } from "../words/error-text.ts";
import { useWords } from "../words/use-words.ts";
import { AccountFields, accountFault, accountFields, atUsername } from "./account-fields.tsx";
import { EntryForm, type EntryValues } from "./entry-form.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { EntryNotice } from "./entry-notice.tsx";
import { OtherWaysIn } from "./other-ways-in.tsx";
import { useReadyMade } from "./ready-made.ts";
import { type Credentials, SecondFactor } from "./second-factor.tsx";
import { browserSession, describeServer, here } from "./server.ts";

/** Any page leads here while nobody is signed in, and on to that page afterwards. Where anyone may join, it also makes accounts. */
export function SignInPage() {
  const words = useWords();
  const server = useLoad(describeServer);
  const [isNew, setNew] = useState(false);
  const { entry } = words;
  const { phase } = useSession();
  const next = useNext();
  useEffect(() => {
    // Whoever signed out, or was: it is nobody else's.
    if (phase === "out") forgetSearches();
  }, [phase]);
  if (phase === "in") return <Redirect to={next} replace />;
  if (server.data?.isSetUp === false) {
    return <EntryNotice icon={<Hourglass size={26} />} title={entry.notSetUpTitle} text={entry.notSetUpText} />;
  }
  if (server.error !== null && server.data === null) {
    return (
      <EntryNotice
        icon={<ServerOff size={26} />}
        title={entry.unreachableTitle}
        text={entry.unreachableText}
        action={{ label: words.app.retry, isBusy: server.isLoading, onSelect: server.reload }}
      />
    );
  }
  // A card that grows when the server has told its name would move under the pointer.
  if (server.data === null) return <Waiting label={words.app.loading} />;
  const { name } = server.data;
  return (
    <EntryFrame
      title={isNew ? entry.signUpTitle(name) : entry.signInTitle(name)}
      text={isNew ? entry.signUpText : undefined}
      footer={<OtherWay server={server.data} isNew={isNew} onSwitch={() => setNew(!isNew)} />}
    >
      <SignIn key={String(isNew)} server={server.data} isNew={isNew} />
    </EntryFrame>
  );
}

function Waiting({ label }: { label: string }) {
  return (
    <main>
      <Late label={label}>{null}</Late>
    </main>
  );
}

/** The account and its password; then, where one was set up, the second factor. Beside them, the ways without a password. */
function SignIn({ server, isNew }: { server: ServerInfo; isNew: boolean }) {
  const session = useSession();
  const next = useNext();
  const [, navigate] = useLocation();
  const [held, setHeld] = useState<Credentials | null>(null);
  const enter = async (userId: UserId) => {
    await session.enter(userId);
    navigate(next, { replace: true });
  };
  if (held !== null) return <SecondFactor credentials={held} onEntered={enter} onBack={() => setHeld(null)} />;
  return (
    <>
      <SignInForm isNew={isNew} onEntered={enter} onFactorAsked={setHeld} />
      {!isNew && <OtherWaysIn server={server} to={next} onEntered={enter} />}
    </>
  );
}

interface SignInFormProps {
  isNew: boolean;
  onEntered: (userId: UserId) => Promise<void>;
  onFactorAsked: (credentials: Credentials) => void;
}

function SignInForm({ isNew, onEntered, onFactorAsked }: SignInFormProps) {
  const words = useWords();
  const action = useAction();
  const readyMade = useReadyMade();
  const signIn = async (values: EntryValues) => {
    const credentials = { username: values("username"), password: values("password") };
    const account = { ...credentials, ...browserSession() };
    try {
      const { user } = await (isNew
        ? atUsername(request(here, "account:create", account))
        : request(here, "session:create", account));
      await onEntered(user.id);
    } catch (error) {
      if (!isWireError(error) || error.code !== "second_factor") throw error;
      onFactorAsked(credentials);
    }
  };
  const submit = (values: EntryValues) => {
    const fault = accountFault(words, values, isNew);
    if (fault) action.fail(...fault);
    else void action.run(() => signIn(values));
  };
  return (
    <EntryForm
      action={action}
      fields={accountFields}
      submitLabel={isNew ? words.entry.createAccount : words.entry.signIn}
      onSubmit={submit}
    >
      <AccountFields action={action} isNew={isNew} readyMade={isNew ? null : readyMade} />
    </EntryForm>
  );
}

function OtherWay({ server, isNew, onSwitch }: { server: ServerInfo; isNew: boolean; onSwitch: () => void }) {
  const { entry } = useWords();
  if (server.registration === "closed") return entry.closed;
  if (server.registration === "invite") return entry.inviteOnly;
  return (
    <>
      {isNew ? entry.haveAccount : entry.newHere}
      <Button look="quiet" isSmall onClick={onSwitch}>
        {isNew ? entry.signIn : entry.createAccount}
      </Button>
    </>
  );
}

/** Where to go when signed in: only ever a place on this server. */
function useNext(): string {
  const [search] = useSearchParams();
  const next = search.get("next") ?? "/";
  return /^\/(?![/\\])/.test(next) ? next : "/";
}
