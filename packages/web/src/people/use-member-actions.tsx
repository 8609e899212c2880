import type { RoomEntry } from "@parley/client";
import type { MemberRole } from "@parley/contract";
import { MessageSquare, Shield, ShieldCheck, UserRound } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { mayDo } from "../rooms/permitted.ts";
import type { ConfirmDialogProps } from "../ui/confirm-dialog.tsx";
import type { MenuItem } from "../ui/menu.tsx";
import { type Action, useAction } from "../use-action.ts";
import { useMe } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { useDiscipline } from "./use-discipline.tsx";
import type { Person } from "./use-members.ts";

type Question = Pick<ConfirmDialogProps, "title" | "text" | "confirmLabel" | "isDanger" | "onConfirm">;

export interface MemberActions {
  /** What I may do about this member, for a menu. */
  items: readonly MenuItem[];
  /** To be confirmed before it is done. */
  question: Question | null;
  /** Something with more to choose than yes or no. */
  dialog: ReactNode;
  cancel: () => void;
  action: Action;
}

export function useMemberActions(person: Person, entry: RoomEntry): MemberActions {
  const { people } = useWords();
  const { user } = person;
  const [asking, setAsking] = useState<"take-out" | "make-owner" | null>(null);
  const done = () => setAsking(null);
  const deeds = useDeeds(user.id, entry, done);
  const roleItems = useRoleItems(person, entry, (role) =>
    role === "owner" ? setAsking("make-owner") : deeds.changeRole(role),
  );
  const discipline = useDiscipline(person, entry, { takeOut: () => setAsking("take-out"), unmute: deeds.unmute });
  const isMe = user.id === useMe()?.id;
  const message: MenuItem = {
    id: "message",
    label: people.message(user.name),
    icon: <MessageSquare size={18} />,
    onSelect: deeds.message,
  };
  const questions: Record<"take-out" | "make-owner", Question> = {
    "take-out": {
      title: people.takeOutSure(user.name),
      text: people.takeOutText,
      confirmLabel: people.takeOutNow,
      onConfirm: deeds.takeOut,
    },
    "make-owner": {
      title: people.makeOwnerSure(user.name),
      text: people.makeOwnerText,
      confirmLabel: people.makeOwner,
      isDanger: false,
      onConfirm: () => deeds.changeRole("owner"),
    },
  };
  return {
    items: [...(isMe ? [] : [message]), ...roleItems, ...(isMe ? [] : discipline.items)],
    question: asking === null ? null : questions[asking],
    dialog: discipline.dialog,
    cancel: done,
    action: deeds.action,
  };
}

/** The roles that I may give. */
function useRoleItems({ member }: Person, entry: RoomEntry, onSelect: (role: MemberRole) => void): readonly MenuItem[] {
  const { people } = useWords();
  if (!mayDo("govern", entry.state)) return [];
  return roles
    .filter((role) => role !== member.role)
    .map((role) => ({
      id: role,
      label: people[roleWords[role]],
      icon: roleIcons[role],
      onSelect: () => onSelect(role),
    }));
}

const roles = ["owner", "moderator", "member"] as const satisfies readonly MemberRole[];
const roleWords = { owner: "makeOwner", moderator: "makeModerator", member: "makeMember" } as const;
const roleIcons = {
  owner: <ShieldCheck size={18} />,
  moderator: <Shield size={18} />,
  member: <UserRound size={18} />,
} as const;

/** The requests themselves; `onDone` after each that succeeded. */
function useDeeds(userId: Person["user"]["id"], entry: RoomEntry, onDone: () => void) {
  const client = useClient();
  const action = useAction();
  const [, navigate] = useLocation();
  const roomId = entry.state.room.id;
  const run = (task: () => Promise<unknown>) =>
    void action.run(async () => {
      await task();
      onDone();
    });
  return {
    action,
    message: () =>
      run(async () => {
        const { room } = await client.call("room:create-direct", { userIds: [userId] });
        navigate(`/r/${room.id}`);
      }),
    changeRole: (role: MemberRole) => run(() => client.call("member:change", { roomId, userId, role })),
    unmute: () => run(() => client.call("member:mute", { roomId, userId, forMs: 0 })),
    takeOut: () => run(() => client.call("member:remove", { roomId, userId })),
  };
}
