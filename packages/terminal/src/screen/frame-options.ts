import type { ClientState } from "@parley/client";
import type { Linked } from "../links/linked-messages.ts";
import type { Bodies } from "./bodies.ts";
import type { View } from "./view.ts";

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export interface FrameOptions {
  readonly state: ClientState;
  readonly view: View;
  readonly size: Size;
  readonly bodies: Bodies;
  /** Whether pictures have a place in the conversation. */
  readonly hasPictures: boolean;
  readonly linked: Linked;
  /** Epoch ms. */
  readonly now: number;
}
