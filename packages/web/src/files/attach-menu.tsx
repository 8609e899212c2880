import { Camera, File as FileSign, Images, ListTodo } from "lucide-react";
import { fileSize } from "../account/file-size.ts";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { useMedia } from "../use-media.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { chooseFiles } from "./choose-files.ts";
import { useLimits } from "./use-limits.ts";

export interface AttachMenuProps {
  at: HTMLElement;
  onChosen: (files: readonly File[]) => void;
  onPoll: () => void;
  onClose: () => void;
}

/** What one may attach, and how much. */
export function AttachMenu({ at, onChosen, onPoll, onClose }: AttachMenuProps) {
  const words = useWords();
  const language = useLanguage();
  const isTouch = useMedia("(pointer: coarse)");
  const limits = useLimits();
  const most = limits && fileSize(limits.maxFileBytes, language);
  const items: MenuItem[] = [
    {
      id: "media",
      label: words.files.chooseMedia,
      icon: <Images size={18} />,
      onSelect: () => chooseFiles({ accept: "image/*,video/*", onChosen }),
    },
    {
      id: "file",
      label: most ? words.files.chooseUpTo(most) : words.files.choose,
      icon: <FileSign size={18} />,
      onSelect: () => chooseFiles({ onChosen }),
    },
    { id: "poll", label: words.polls.make, icon: <ListTodo size={18} />, startsGroup: true, onSelect: onPoll },
  ];
  const camera: MenuItem = {
    id: "camera",
    label: words.files.takePhoto,
    icon: <Camera size={18} />,
    onSelect: () => chooseFiles({ accept: "image/*", isCamera: true, onChosen }),
  };
  return <Menu label={words.composer.attach} items={isTouch ? [camera, ...items] : items} at={at} onClose={onClose} />;
}
