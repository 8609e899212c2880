/** A server that may look behind links, the site that they lead to, and people who send them. */
import type { Message, RoomId } from "@parley/contract";
import sharp from "sharp";
import { expect } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer, type TestServer } from "../start-server.ts";
import { TargetSite } from "./target-site.ts";

export class LinkScene {
  readonly site: TargetSite;
  readonly server: TestServer;
  /** Keeps order in the server and in every room here. */
  readonly olga: Person;
  readonly mel: Person;
  /** Outside. */
  readonly xan: Person;
  readonly #numbers = Array(10_000).keys();

  private constructor(site: TargetSite, server: TestServer, [olga, mel, xan]: readonly [Person, Person, Person]) {
    this.site = site;
    this.server = server;
    this.olga = olga;
    this.mel = mel;
    this.xan = xan;
  }

  static async open(): Promise<LinkScene> {
    const site = await new TargetSite().start();
    const server = await startServer({ wire: site.wire });
    const people = await populate(server, ["Olga", "Mel", "Xan"]);
    await people[0].do("server:change", { linkPreviews: true });
    for (const host of ["news.site", "other.site"]) site.name(host);
    const picture = sharp({ create: { width: 600, height: 300, channels: 3, background: "#c63" } });
    site.bytes(
      "/a.jpg",
      "image/jpeg",
      await picture
        .withExif({ IFD0: { Copyright: "CANARY" } })
        .jpeg()
        .toBuffer(),
    );
    return new LinkScene(site, server, people);
  }

  async close(): Promise<void> {
    await this.server.stop();
    await this.site.stop();
  }

  async room(): Promise<RoomId> {
    const roomId = await this.olga.createRoom(`Links ${this.#numbers.next().value}`);
    await this.olga.do("member:add", { roomId, userIds: [this.mel.id] });
    return roomId;
  }

  /** The path of a page of its own: no test finds what another has looked up. */
  story(title: string, image?: string): string {
    const path = `/story-${this.#numbers.next().value}`;
    const meta = image === undefined ? "" : `<meta property="og:image" content="${image}">`;
    this.site.page(path, `<title>${title}</title><meta name="description" content="About ${title}">${meta}`);
    return path;
  }

  /** A link to it. */
  link(title: string, image?: string): string {
    return `http://news.site${this.story(title, image)}`;
  }

  async message(roomId: RoomId, seq: number): Promise<Message | undefined> {
    return (await this.mel.do("message:list", { roomId, seqs: [seq] })).messages[0];
  }

  /** What the message shows once nobody looks any more. */
  async looked(roomId: RoomId, seq: number): Promise<Message["preview"]> {
    const isComing = async () => (await this.message(roomId, seq))?.preview?.isComing;
    await expect.poll(isComing, { timeout: 15_000 }).toBeUndefined();
    return (await this.message(roomId, seq))?.preview;
  }
}
