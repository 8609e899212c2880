import type { KeptProfile } from "../../store/profiles.ts";
import type { Gathering } from "./gathering.ts";
import { pageFoot, pageHead } from "./page.ts";
import { pageFile } from "./room-pages.ts";
import { escaped } from "./text-html.ts";

/** What everything else hangs on: opened first, from the disk. `avatar` is a JPEG in base64. */
export function indexPage(
  { me, now, times, conversations }: Gathering,
  { profile, avatar, files }: { profile: KeptProfile; avatar: string | undefined; files: readonly string[] },
): string {
  const { status } = profile.user;
  const facts: [string, string][] = [
    ["Name", me.name],
    ["Handle", `@${me.handle}`],
    ["About me", profile.bio],
    ["Status", status === undefined ? "" : `${status.emoji} ${status.text}`.trim()],
    ["Member since", times.day(profile.joinedAt)],
    ["Archive of", `${times.day(now)}, ${times.minute(now)}`],
    ["Times are in", times.zone],
  ];
  const rooms = conversations.map((conversation) => {
    const link = `<a href="rooms/${pageFile(conversation, 1)}"><bdi>${escaped(conversation.title)}</bdi></a>`;
    const { kind } = conversation.state.room;
    return `<li>${link} <span class="quiet">${kind === "direct" ? "private conversation" : `${kind} room`}</span></li>\n`;
  });
  return [
    pageHead(`Archive of ${me.name}`),
    `<h1><bdi>${escaped(me.name)}</bdi></h1>\n`,
    avatar === undefined ? "" : `<p><img alt="" src="data:image/jpeg;base64,${escaped(avatar)}"></p>\n`,
    `<dl>${facts
      .filter(([, text]) => text !== "")
      .map(fact)
      .join("")}</dl>\n`,
    `<h2>Conversations</h2>\n<ul>${rooms.join("")}</ul>\n`,
    `<h2>For other programs</h2>\n<ul>${files.map((file) => `<li><a href="${file}">${file}</a></li>`).join("")}</ul>\n`,
    pageFoot,
  ].join("");
}

function fact([term, text]: [string, string]): string {
  return `<dt>${term}</dt><dd dir="auto">${escaped(text)}</dd>`;
}
