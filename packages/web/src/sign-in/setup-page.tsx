import { request } from "@parley/client";
import { limits, type Registration, type UserId } from "@parley/contract";
import { KeyRound, PartyPopper } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useSession } from "../session.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useAction } from "../use-action.ts";
import { useLoad } from "../use-load.ts";
import { isWireError } from "../words/error-text.ts";
import { useWords } from "../words/use-words.ts";
import { AccountFields, accountFault, accountFields, atUsername } from "./account-fields.tsx";
import { EntryForm, type EntryValues, errorAt } from "./entry-form.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { EntryNotice } from "./entry-notice.tsx";
import { browserSession, describeServer, findOwnRoom, here } from "./server.ts";
import { useFragment } from "./use-fragment.ts";

const fields = [...accountFields, "serverName"];

/** `/setup#TOKEN`: the first person makes the owner's account and names the server. */
export function SetupPage() {
  const words = useWords();
  const [, navigate] = useLocation();
  const token = useFragment();
  const server = useLoad(describeServer);
  const { setup } = words.entry;
  if (server.data?.isSetUp) {
    return (
      <EntryNotice
        icon={<PartyPopper size={26} />}
        title={setup.doneTitle}
        text={setup.doneText}
        action={{ label: words.entry.signIn, onSelect: () => navigate("/") }}
      />
    );
  }
  if (token === "") {
    return <EntryNotice icon={<KeyRound size={26} />} title={setup.noTokenTitle} text={setup.noTokenText} />;
  }
  return (
    <EntryFrame title={setup.title} text={setup.text}>
      <SetupForm token={token} />
    </EntryFrame>
  );
}

function SetupForm({ token }: { token: string }) {
  const words = useWords();
  const action = useAction();
  const [registration, setRegistration] = useState<Registration>("invite");
  const setUp = useSetup(token);
  const { setup } = words.entry;
  const trySetUp = async (values: EntryValues) => {
    let isTokenWrong = false;
    await action.run(async () => {
      isTokenWrong = !(await setUp(values, registration));
    });
    if (isTokenWrong) action.fail(setup.badToken);
  };
  const submit = (values: EntryValues) => {
    const fault = accountFault(words, values, true);
    if (fault) action.fail(...fault);
    else if (values("serverName").trim() === "") action.fail(setup.serverNameMissing, "serverName");
    else void trySetUp(values);
  };
  return (
    <EntryForm action={action} fields={fields} submitLabel={words.entry.createAccount} onSubmit={submit}>
      <AccountFields action={action} isNew />
      <TextField
        label={setup.serverName}
        name="serverName"
        autoComplete="off"
        defaultValue={setup.serverNameDefault}
        maxLength={limits.nameCharacters}
        required
        hint={setup.serverNameHint}
        error={errorAt(action, "serverName")}
      />
      <ChoiceCards
        label={setup.registration}
        value={registration}
        onChange={setRegistration}
        choices={[
          { value: "invite", label: setup.invite, hint: setup.inviteHint },
          { value: "open", label: setup.open, hint: setup.openHint },
          { value: "closed", label: setup.closed, hint: setup.closedHint },
        ]}
      />
    </EntryForm>
  );
}

/** Makes the account, connects with it, and leads to the lobby. Answers whether the link was the right one. */
function useSetup(token: string) {
  const session = useSession();
  const [, navigate] = useLocation();
  return async (values: EntryValues, registration: Registration): Promise<boolean> => {
    const account = { username: values("username"), password: values("password"), ...browserSession() };
    const serverName = values("serverName").trim();
    let owner: UserId;
    try {
      owner = (await atUsername(request(here, "server:setup", { token, serverName, registration, ...account }))).user
        .id;
    } catch (error) {
      if (isWireError(error) && error.code === "link_invalid") return false;
      throw error;
    }
    const lobbyId = await findOwnRoom((room) => room.isLobby);
    await session.enter(owner);
    navigate(lobbyId === null ? "/" : `/r/${lobbyId}`, { replace: true });
    return true;
  };
}
