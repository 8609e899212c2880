/**
 * What a conversation needs only when somebody touches it: one script, fetched as soon as the first screen stands
 * (screens.ts shows it).
 */
export { CompletionList } from "./composer/completion-list.tsx";
export { completionsFor } from "./composer/completions-for.ts";
export { Counter } from "./composer/counter.tsx";
export { toggled } from "./composer/formatting.ts";
export { textFromHtml } from "./composer/pasting/text-from-html.ts";
export { TargetBar } from "./composer/target-bar.tsx";
export { actOn } from "./messages/act-on.ts";
export { Announcer } from "./messages/announcer.tsx";
export { FailedNotice } from "./messages/failed-notice.tsx";
export { MessageMenu } from "./messages/message-menu.tsx";
export { ReactionPicker } from "./messages/reaction-picker.tsx";
export { RefusedReactions } from "./messages/refused-reactions.tsx";
export { RowActions } from "./messages/row-actions.tsx";
export { PollCard } from "./polls/poll-card.tsx";
export { AppMenu } from "./rooms/app-menu.tsx";
export { Scheduling } from "./scheduled/scheduling.tsx";
export { TooltipHost } from "./ui/tooltip.tsx";
export { failureText } from "./words/failure-text.ts";
