import type { MessageId, SharedFile, UserId } from "@parley/contract";
import { createContext, use } from "react";

/** A picture or film, and the message that it is in. */
export interface ShownPicture {
  readonly file: SharedFile;
  readonly messageId: MessageId;
  /** 0 until the message is stored. */
  readonly seq: number;
  readonly senderId: UserId;
  readonly sentAt: number;
  readonly isStored: boolean;
}

/** A picture among those of the conversation, or what is in another file. */
export type Shown = ShownPicture | SharedFile;

type ShowFile = (shown: Shown | null) => void;

export const ShowFileContext = createContext<ShowFile>(() => undefined);

/** Opens a picture of the conversation large, by its id, or another file; null closes it. */
export function useShowFile(): ShowFile {
  return use(ShowFileContext);
}
