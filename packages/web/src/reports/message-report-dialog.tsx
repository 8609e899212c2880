import type { AboutMessageProps } from "../messages/delete-dialog.tsx";
import { usePerson } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { ReportDialog } from "./report-dialog.tsx";

/** Reports one message to those who keep order in its room. */
export function MessageReportDialog({ row, roomId, onClose }: AboutMessageProps) {
  const { messages } = useWords();
  const { id, senderId } = row.message;
  const name = usePerson(senderId)?.name ?? messages.unknownPerson;
  return <ReportDialog user={{ id: senderId, name }} roomId={roomId} messageId={id} onClose={onClose} />;
}
