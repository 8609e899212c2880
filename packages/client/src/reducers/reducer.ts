import type { Payload, PersonEventName, RoomEventName, UserId } from "@parley/contract";
import type { ClientState, RoomEntry } from "../state.ts";
import type { Counting } from "../unread.ts";

/** What a reducer may know besides the state. */
export interface At extends Counting {
  /** Epoch ms. */
  readonly now: number;
  /** Whether I show how far I have read, where I want nothing else; others' is for me only if I do. */
  readonly showsReceipts: boolean;
  handleOf(userId: UserId): string | undefined;
}

/** An event of one room changes that room only. */
export type RoomReducer<N extends RoomEventName> = (entry: RoomEntry, payload: Payload<N>, at: At) => RoomEntry;
export type RoomReducers<N extends RoomEventName = RoomEventName> = { readonly [K in N]: RoomReducer<K> };

/** An event of mine changes anything of mine. */
export type PersonReducer<N extends PersonEventName> = (state: ClientState, payload: Payload<N>, at: At) => ClientState;
export type PersonReducers<N extends PersonEventName = PersonEventName> = { readonly [K in N]: PersonReducer<K> };
