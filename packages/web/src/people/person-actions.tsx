import type { Relation, RoomId, User } from "@parley/contract";
import { Ban, Flag, MessageSquare, Pencil, UserCheck, UserMinus, UserPlus, UserX } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { ReportDialog } from "../reports/report-dialog.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import { BlockDialog } from "./block-dialog.tsx";
import styles from "./person-card.module.css";
import { type RelationDeeds, useRelation } from "./use-relation.ts";

export interface PersonActionsProps {
  user: User;
  isMe: boolean;
  /** Where they were met. */
  roomId: RoomId | undefined;
  /** It led elsewhere. */
  onDone: () => void;
}

/** Everything that one does about a person, from their card. */
export function PersonActions({ user, isMe, roomId, onDone }: PersonActionsProps) {
  const { profile, reports } = useWords();
  const deeds = useRelation(user.id);
  const [asking, setAsking] = useState<"block" | "report" | null>(null);
  const { relation, action } = deeds;
  const close = () => setAsking(null);
  if (isMe) return <EditOwn onDone={onDone} />;
  const isBlocked = relation?.kind === "blocked";
  return (
    <div className={styles.actions}>
      {action.error !== null && asking === null && <Banner kind="danger">{action.error}</Banner>}
      {relation?.kind === "asking" && relation.line !== "" && (
        <blockquote className={styles.line} dir="auto">
          {relation.line}
        </blockquote>
      )}
      {!isBlocked && (
        <div className={styles.main}>
          <Button
            look="primary"
            icon={<MessageSquare size={18} />}
            onClick={() => void deeds.message().then((isDone) => isDone && onDone())}
          >
            {profile.message}
          </Button>
          <Friendship deeds={deeds} />
        </div>
      )}
      <div className={styles.rest}>
        {isBlocked ? (
          <Button icon={<Ban size={18} />} isBusy={action.isBusy} onClick={() => void deeds.run("block:remove")}>
            {profile.unblock}
          </Button>
        ) : (
          <Button isSmall look="quiet" icon={<Ban size={16} />} onClick={() => setAsking("block")}>
            {profile.block}
          </Button>
        )}
        <Button isSmall look="quiet" icon={<Flag size={16} />} onClick={() => setAsking("report")}>
          {reports.report}
        </Button>
      </div>
      {asking === "block" && <BlockDialog user={user} onClose={close} />}
      {asking === "report" && <ReportDialog user={user} onClose={close} {...(roomId !== undefined && { roomId })} />}
    </div>
  );
}

function EditOwn({ onDone }: { onDone: () => void }) {
  const { profile } = useWords();
  const [, navigate] = useLocation();
  const edit = () => {
    onDone();
    navigate("/settings/profile");
  };
  return (
    <div className={styles.actions}>
      <Button icon={<Pencil size={18} />} onClick={edit}>
        {profile.editOwn}
      </Button>
    </div>
  );
}

const SIZE = 18;

/** The first button stays in its place, and keeps the focus, while what it does changes. */
function Friendship({ deeds: { relation, run } }: { deeds: RelationDeeds }) {
  const { profile } = useWords();
  const kind: Relation["kind"] | "none" = relation?.kind ?? "none";
  const choices = {
    none: { label: profile.addFriend, icon: <UserPlus size={SIZE} />, name: "friend:ask" },
    asked: { label: profile.cancelRequest, icon: <UserX size={SIZE} />, name: "friend:cancel" },
    asking: { label: profile.accept, icon: <UserCheck size={SIZE} />, name: "friend:accept" },
    friend: { label: profile.removeFriend, icon: <UserMinus size={SIZE} />, name: "friend:remove" },
    blocked: null,
  } as const;
  const choice = choices[kind];
  if (choice === null) return null;
  return (
    <>
      <Button icon={choice.icon} onClick={() => void run(choice.name)}>
        {choice.label}
      </Button>
      {kind === "asking" && (
        <Button look="quiet" onClick={() => void run("friend:decline")}>
          {profile.decline}
        </Button>
      )}
    </>
  );
}
