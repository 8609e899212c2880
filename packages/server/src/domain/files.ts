/** An upload that nothing more comes of is swept after this long. */
export const uploadLivesMs = 2 * 86_400_000;
/** An upload that is stored waits for so long to be sent: a device may be offline meanwhile. */
export const unsentLivesMs = 7 * 86_400_000;
/** Uploads of one person that are not sent yet. */
export const mostUnsent = 500;
