import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

export const composer = {
  label: "Message",
  placeholder: (name: string) => `Message ${name}`,
  send: "Send",
  save: "Save the edit",
  replyingTo: (name: string) => `Replying to ${name}`,
  editing: "Editing",
  cancelReply: "Cancel the reply",
  cancelEdit: "Cancel the edit",
  left: (count: number) => plural(count, { one: "# character left", other: "# characters left" }),
  tooLong: (count: number) => plural(count, { one: "# character too many", other: "# characters too many" }),
  completions: "Suggestions",
  notKept: "It could not be kept on this device. Copy it, and free some space.",
};
