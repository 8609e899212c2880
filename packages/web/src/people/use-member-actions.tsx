import type { RoomEntry } from "@parley/client";
import type { MemberRole } from "@parley/contract";
import { MessageSquare, Shield, ShieldCheck, UserMinus, UserRound } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { mayDo, mayRemove } from "../rooms/permitted.ts";
import type { ConfirmDialogProps } from "../ui/confirm-dialog.tsx";
import type { MenuItem } from "../ui/menu.tsx";
import { type Action, useAction } from "../use-action.ts";
import { useMe } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import type { Person } from "./use-members.ts";

type Question = Pick<ConfirmDialogProps, "title" | "text" | "confirmLabel" | "isDanger" | "onConfirm">;

export interface MemberActions {
  /** What I may do about this member, for a menu. */
  items: readonly MenuItem[];
  /** To be confirmed before it is done. */
  question: Question | null;
  cancel: () => void;
  action: Action;
}

export function useMemberActions({ user, member }: Person, entry: RoomEntry): MemberActions {
  const me = useMe();
  const { people } = useWords();
  const [asking, setAsking] = useState<"take-out" | "make-owner" | null>(null);
  const done = () => setAsking(null);
  const { action, message, changeRole, takeOut } = useDeeds(user.id, entry, done);
  const items: MenuItem[] = [];
  if (user.id !== me?.id) {
    items.push({
      id: "message",
      label: people.message(user.name),
      icon: <MessageSquare size={18} />,
      onSelect: message,
    });
  }
  if (mayDo("govern", entry.state)) {
    for (const role of roles.filter((one) => one !== member.role)) {
      items.push({
        id: role,
        label: people[roleWords[role]],
        icon: roleIcons[role],
        onSelect: role === "owner" ? () => setAsking("make-owner") : () => changeRole(role),
      });
    }
  }
  if (user.id !== me?.id && mayDo("remove", entry.state) && mayRemove(entry.state.role, member.role)) {
    items.push({
      id: "take-out",
      label: people.takeOut,
      icon: <UserMinus size={18} />,
      isDanger: true,
      startsGroup: true,
      onSelect: () => setAsking("take-out"),
    });
  }
  const questions: Record<"take-out" | "make-owner", Question> = {
    "take-out": {
      title: people.takeOutSure(user.name),
      text: people.takeOutText,
      confirmLabel: people.takeOutNow,
      onConfirm: takeOut,
    },
    "make-owner": {
      title: people.makeOwnerSure(user.name),
      text: people.makeOwnerText,
      confirmLabel: people.makeOwner,
      isDanger: false,
      onConfirm: () => changeRole("owner"),
    },
  };
  return { items, question: asking === null ? null : questions[asking], cancel: done, action };
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
    takeOut: () => run(() => client.call("member:remove", { roomId, userId })),
  };
}
