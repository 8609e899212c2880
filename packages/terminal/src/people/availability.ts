import type { ClientState } from "@parley/client";
import type { Availability, UserId } from "@parley/contract";
import { type Span, span } from "../text/spans.ts";

const signs: Record<Availability, Span> = {
  online: span("●", { color: "green" }),
  away: span("◐", { color: "yellow" }),
  busy: span("⊘", { color: "red" }),
  offline: span("○", { isDim: true }),
};

/** One character for whether somebody is here. */
export const availabilitySign = (availability: Availability): Span => signs[availability];

/** A friend's, as far as it is for me and friends are watched. */
export const friendAvailability = ({ friendPresence }: ClientState, userId: UserId): Availability =>
  friendPresence.get(userId) ?? "offline";
