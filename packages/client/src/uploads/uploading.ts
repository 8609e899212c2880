/** What files need that are sent: one script in browsers, fetched for the first of them. */
export { dropFile, sendFiles } from "./outgoing.ts";
export { reschedule } from "./rescheduling.ts";
export { Uploader } from "./uploader.ts";
