/**
 * What a conversation needs only when somebody touches it: one script, fetched as soon as the first screen stands
 * (screens.ts shows it).
 */
export { CompletionList } from "./composer/completion-list.tsx";
export { completionsFor } from "./composer/completions-for.ts";
export { TargetBar } from "./composer/target-bar.tsx";
export { Announcer } from "./messages/announcer.tsx";
export { FailedNotice } from "./messages/failed-notice.tsx";
export { messageActions } from "./messages/message-actions.tsx";
export { MessageMenu } from "./messages/message-menu.tsx";
export { RowActions } from "./messages/row-actions.tsx";
export { AppMenu } from "./rooms/app-menu.tsx";
export { TooltipHost } from "./ui/tooltip.tsx";
export { failureText } from "./words/failure-text.ts";
