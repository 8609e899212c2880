import type { RoomEntry } from "@parley/client";
import type { Availability, Member, User } from "@parley/contract";
import { useMemo } from "react";
import { useClientState } from "../use-client-state.ts";
import { useLanguage } from "../words/use-words.ts";

export interface Person {
  user: User;
  member: Member;
  availability: Availability;
}

/** The members that are known here whose name holds a text, by name: those online, and the others. */
export function useMembers(entry: RoomEntry, text: string): { online: readonly Person[]; others: readonly Person[] } {
  const people = useClientState((state) => state.people);
  const language = useLanguage();
  const { members, online } = entry;
  return useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    const names = new Intl.Collator(language);
    const found: Person[] = [];
    for (const member of members?.values() ?? []) {
      const user = people.get(member.userId);
      if (user === undefined || !isCalled(user, wanted)) continue;
      found.push({ user, member, availability: online.get(user.id) ?? "offline" });
    }
    found.sort((a, b) => names.compare(a.user.name, b.user.name));
    return { online: found.filter(isHere), others: found.filter((one) => !isHere(one)) };
  }, [members, online, people, text, language]);
}

function isHere({ availability }: Person): boolean {
  return availability !== "offline";
}

function isCalled(user: User, text: string): boolean {
  return user.name.toLocaleLowerCase().includes(text) || user.handle.includes(text);
}
