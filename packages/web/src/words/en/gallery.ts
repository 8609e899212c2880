export const gallery = {
  title: "Photos, files and links",
  close: "Close photos, files and links",
  tabs: { media: "Media", file: "Files", link: "Links", voice: "Voice" },
  none: {
    media: { title: "No photos or videos yet", text: "Drop some onto the conversation, or attach them below it." },
    file: { title: "No files yet", text: "Drop one onto the conversation, or attach it below it." },
    link: { title: "No links yet", text: "Addresses that somebody sends are gathered here." },
    voice: { title: "No voice messages yet", text: "What is spoken here can be heard again." },
  },
};
