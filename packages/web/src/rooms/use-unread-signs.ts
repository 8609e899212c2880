import type { ClientState } from "@parley/client";
import { roomTitle, totalUnread } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { useCallback, useEffect } from "react";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { iconWithCount } from "./unread-icon.ts";

/** Title, favicon and app badge show one and the same unread count. */
export function useUnreadSigns(roomId: RoomId | undefined): void {
  const words = useWords();
  const unread = useClientState((state) => totalUnread(state).unread);
  const place = useClientState(
    useCallback(
      (state: ClientState) => {
        const entry = roomId === undefined ? undefined : state.rooms.get(roomId);
        return entry ? roomTitle(state, entry) : "";
      },
      [roomId],
    ),
  );
  const title = place === "" ? words.app.name : `${place} · ${words.app.name}`;
  useEffect(() => {
    document.title = unread > 0 ? words.app.titleUnread(unread, title) : title;
  }, [unread, title, words]);
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    if (icon) icon.href = iconWithCount(unread);
    const badge = unread > 0 ? navigator.setAppBadge?.(unread) : navigator.clearAppBadge?.();
    // Only installed apps have a badge; elsewhere the promise rejects.
    badge?.catch(() => undefined);
  }, [unread]);
}
