import type { RoomId } from "@parley/contract";
import { screen } from "../screen.ts";
import { ForwardDialog, loadTouched } from "../screens.ts";
import type { AboutMessageProps } from "./delete-dialog.tsx";
import type { MessageMenuProps } from "./message-menu.tsx";
import type { ReactionPickerProps } from "./reaction-picker.tsx";
import type { useConversationState } from "./use-conversation-state.ts";

const MessageMenu = screen<MessageMenuProps>(async () => (await loadTouched()).MessageMenu);
const ReactionPicker = screen<ReactionPickerProps>(async () => (await loadTouched()).ReactionPicker);
const DeleteDialog = screen<AboutMessageProps>(async () => (await import("./delete-dialog.tsx")).DeleteDialog);
const ReactorsDialog = screen<AboutMessageProps>(async () => (await import("./reactors-dialog.tsx")).ReactorsDialog);
const ReadersDialog = screen<AboutMessageProps>(async () => (await import("./readers-dialog.tsx")).ReadersDialog);
const EditsDialog = screen<AboutMessageProps>(async () => (await import("../organise/edits-dialog.tsx")).EditsDialog);
const ReportDialog = screen<AboutMessageProps>(
  async () => (await import("../reports/message-report-dialog.tsx")).MessageReportDialog,
);

export interface OpenedProps {
  roomId: RoomId;
  about: Pick<
    ReturnType<typeof useConversationState>,
    "menu" | "reacting" | "reactors" | "deletion" | "readers" | "report" | "forwarding" | "edits"
  >;
}

/** What stands over the conversation, about one message of it. */
export function Opened({ roomId, about }: OpenedProps) {
  const { menu, reacting, reactors, deletion, readers, report, forwarding, edits } = about;
  return (
    <>
      {menu.open && <MessageMenu {...menu.open} onClose={menu.close} />}
      {reacting.open && <ReactionPicker {...reacting.open} onClose={reacting.close} />}
      {reactors.row && <ReactorsDialog row={reactors.row} roomId={roomId} onClose={reactors.close} />}
      {deletion.row && <DeleteDialog row={deletion.row} roomId={roomId} onClose={deletion.close} />}
      {readers.row && <ReadersDialog row={readers.row} roomId={roomId} onClose={readers.close} />}
      {edits.row && <EditsDialog row={edits.row} roomId={roomId} onClose={edits.close} />}
      {forwarding.row && <ForwardDialog rows={[forwarding.row]} roomId={roomId} onClose={forwarding.close} />}
      {report.row && <ReportDialog row={report.row} roomId={roomId} onClose={report.close} />}
    </>
  );
}
