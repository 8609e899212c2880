import { type ReactNode, useState } from "react";
import { IconButton } from "./button.tsx";
import { Menu, type MenuItem } from "./menu.tsx";

export interface MenuButtonProps {
  label: string;
  icon: ReactNode;
  items: readonly MenuItem[];
  isSmall?: boolean;
  tabIndex?: number;
}

/** An icon button that opens a menu. */
export function MenuButton({ label, icon, items, isSmall = false, tabIndex }: MenuButtonProps) {
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        label={label}
        icon={icon}
        isSmall={isSmall}
        tabIndex={tabIndex}
        aria-haspopup="menu"
        aria-expanded={opener !== null}
        onClick={(event) => setOpener(event.currentTarget)}
      />
      {opener && <Menu label={label} items={items} at={opener} onClose={() => setOpener(null)} />}
    </>
  );
}
