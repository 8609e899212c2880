import type { RoomRules } from "@parley/contract";

type Changes = { readonly [K in keyof RoomRules]?: RoomRules[K] | undefined };

/** The rules with some of them changed. */
export function changedRules(rules: RoomRules, changes: Changes = {}): RoomRules {
  const { post, invite, mentionAll, pin, linkPreviews, slowModeMs } = changes;
  return {
    post: post ?? rules.post,
    invite: invite ?? rules.invite,
    mentionAll: mentionAll ?? rules.mentionAll,
    pin: pin ?? rules.pin,
    linkPreviews: linkPreviews ?? rules.linkPreviews,
    slowModeMs: slowModeMs ?? rules.slowModeMs,
  };
}
