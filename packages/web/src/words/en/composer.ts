export const composer = {
  label: "Message",
  attach: "Attach",
  placeholder: (name: string) => `Message ${name}`,
  send: "Send",
  speak: "Record a voice message",
  save: "Save the edit",
  emoji: "Emoji",
  notKept: "It could not be kept on this device. Copy it, and free some space.",
};
