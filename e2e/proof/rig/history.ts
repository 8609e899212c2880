/** What one client did and saw, as plain data: it is passed between processes as JSON. Times are epoch ms of one machine. */
export interface ClientHistory {
  readonly name: string;
  readonly attempts: Attempt[];
  /** Each state of a message that this client came to hold, in the order in which it did. */
  readonly sightings: Sighting[];
  /** What the client shows at the end, of each room that it is in. */
  readonly views: RoomHistory[];
}

export type Outcome =
  | {
      readonly kind: "acked";
      readonly seq: number;
      readonly at: number /** The sender's own view held it then. */;
      readonly isSeen: boolean;
    }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "unknown" };

/** One thing that a person did, however often the client had to try. */
export interface Attempt {
  readonly action: "send" | "edit" | "delete";
  readonly roomId: string;
  readonly messageId: string;
  readonly body: string;
  readonly startedAt: number;
  outcome: Outcome;
}

export interface Sighting {
  readonly roomId: string;
  readonly seq: number;
  readonly rev: number;
  readonly messageId: string;
  readonly body: string;
  readonly isDeleted: boolean;
}

export interface RoomHistory {
  readonly roomId: string;
  /** The first seq that this client may see. */
  readonly fromSeq: number;
  readonly messages: readonly Sighting[];
}

/** A broken promise, under its number in the table of invariants. */
export interface Violation {
  readonly rule: "R1" | "R4" | "R5" | "R6" | "R7" | "R8" | "R9" | "R12" | "R15";
  readonly text: string;
}
