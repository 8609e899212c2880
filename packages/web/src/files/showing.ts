/** What shows the files of messages: one script, fetched when the first of them is to be seen. */
export { Album } from "./album.tsx";
export { FileCards } from "./file-cards.tsx";
export { FileDialog } from "./file-dialog.tsx";
export { Lightbox, PictureViewer } from "./lightbox.tsx";
