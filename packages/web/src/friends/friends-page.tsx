import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Redirect, useRoute } from "wouter";
import { PageFrame } from "../pages/page-frame.tsx";
import { PartsNav } from "../pages/parts-nav.tsx";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import { AddFriendsDialog } from "./add-friends-dialog.tsx";
import { Blocked, Friends, Requests } from "./relation-lists.tsx";
import { Suggestions } from "./suggestions.tsx";
import { useRelated } from "./use-related.ts";

const parts = ["", "online", "requests", "suggestions", "blocked"] as const;
type Part = (typeof parts)[number];

/** Friends, who of them is here, who would like to be one, who might, and whom I want nothing of. */
export function FriendsPage() {
  const { friends } = useWords();
  const [, params] = useRoute("/friends/:part?");
  const [isAdding, setAdding] = useState(false);
  const asking = useRelated("asking").length;
  const part = parts.find((one) => one === (params?.part ?? ""));
  if (part === undefined) return <Redirect to="/friends" replace />;
  const labels: Record<Part, string> = {
    "": friends.all,
    online: friends.online,
    requests: asking === 0 ? friends.requests : friends.requestsCount(asking),
    suggestions: friends.suggestions,
    blocked: friends.blocked,
  };
  const bar = parts.map((one) => ({
    href: one === "" ? "/friends" : `/friends/${one}`,
    label: labels[one],
    isCurrent: one === part,
  }));
  const add = (
    <Button look="primary" icon={<UserPlus size={18} />} onClick={() => setAdding(true)}>
      {friends.add}
    </Button>
  );
  return (
    <PageFrame key={part} title={friends.title} actions={add} bar={<PartsNav label={friends.parts} parts={bar} />}>
      <Content part={part} />
      {isAdding && <AddFriendsDialog onClose={() => setAdding(false)} />}
    </PageFrame>
  );
}

function Content({ part }: { part: Part }) {
  switch (part) {
    case "":
      return <Friends />;
    case "online":
      return <Friends isOnlineOnly />;
    case "requests":
      return <Requests />;
    case "suggestions":
      return <Suggestions />;
    case "blocked":
      return <Blocked />;
  }
}
