import { z } from "zod";
import { fileSchema } from "./files.ts";
import { limits } from "./limits.ts";

/**
 * What the server found behind the first link of a message. Without a title nothing was found, or not yet; clients show
 * as much room for it as for a whole one, so that nothing moves when it comes.
 */
export const linkPreviewSchema = z.strictObject({
  /** The address as the message has it, normalised. */
  url: z.string().min(1).max(limits.linkCharacters),
  /** The server is still looking. */
  isComing: z.literal(true).optional(),
  siteName: z.string().min(1).max(limits.siteNameCharacters).optional(),
  title: z.string().min(1).max(limits.linkTitleCharacters).optional(),
  description: z.string().min(1).max(limits.linkDescriptionCharacters).optional(),
  /** Only its small picture is kept: `/files/<id>/thumbnail/small`. */
  image: fileSchema.optional(),
});
export type LinkPreview = z.infer<typeof linkPreviewSchema>;
