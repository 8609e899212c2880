import { type FileId, idMaker, type LinkPreview, type SharedFile } from "@parley/contract";
import { withoutFragment } from "../../domain/link-previews.ts";
import { pageFacts } from "../../domain/pages/page-facts.ts";
import { pageText } from "../../domain/pages/page-text.ts";
import type { Files } from "../../files/files.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Outbound } from "../../lib/outbound/outbound.ts";
import { OutboundError } from "../../lib/outbound/outbound-error.ts";

const mostBytes = 2 * 2 ** 20;
const pageTypes = ["text/html", "application/xhtml+xml"] as const;
const imageTypes = ["image/webp", "image/png", "image/jpeg", "image/gif", "image/avif"] as const;

export interface LookUpDeps {
  readonly clock: Clock;
  readonly outbound: Outbound;
  readonly pictures: Pick<Files["pictures"], "keep">;
}

/** What was found behind a link; without a title, nothing. */
export type Found = Omit<LinkPreview, "url" | "isComing">;

/** Looks behind links: the page, and the picture that it names. */
export class LookUp {
  readonly #deps: LookUpDeps;
  readonly #newId: () => FileId;

  constructor(deps: LookUpDeps) {
    this.#deps = deps;
    this.#newId = idMaker(() => deps.clock.now());
  }

  /** Throws {@link OutboundError} if nobody could be asked; what is not a page with a title is found to be nothing. */
  async of(link: string, signal: AbortSignal): Promise<Found> {
    const { outbound } = this.#deps;
    const wish = { types: pageTypes, mostBytes, overflow: "cut", signal } as const;
    const { body, charset, url } = await outbound.get(withoutFragment(link), wish);
    const { image: address, ...facts } = pageFacts(pageText(body, charset), url);
    if (facts.title === undefined) return {};
    const image = address === undefined ? null : await this.#picture(address, signal);
    return image === null ? facts : { ...facts, image };
  }

  /** A page is shown without its picture if that is not to be had. */
  async #picture(address: URL, signal: AbortSignal): Promise<SharedFile | null> {
    const { outbound, pictures } = this.#deps;
    const wish = { types: imageTypes, mostBytes, overflow: "refuse", signal } as const;
    const answer = await outbound.get(address, wish).catch((error: unknown) => {
      if (error instanceof OutboundError) return null;
      throw error;
    });
    return answer === null ? null : pictures.keep(this.#newId(), answer.body);
  }
}
