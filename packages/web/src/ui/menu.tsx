import { Check } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { classes } from "./classes.ts";
import styles from "./menu.module.css";
import { type PopoverPlace, useCloseOutside, useHost, usePlacement, useReturnOfFocus } from "./use-popover.ts";

export interface MenuItem {
  /** Unique in its menu. */
  id: string;
  label: string;
  icon?: ReactNode;
  /** Keys that do the same, for reading only. */
  keys?: string;
  isDanger?: boolean;
  /** One of several to choose from, of which one is chosen. */
  isChosen?: boolean;
  /** A hairline stands before it. */
  startsGroup?: boolean;
  onSelect: () => void;
}

export interface MenuProps {
  /** The accessible name. */
  label: string;
  /** What stands before the items; controls in it have roles of a menu. */
  lead?: ReactNode;
  items: readonly MenuItem[];
  at: PopoverPlace;
  onClose: () => void;
}

const ITEMS = "[role^=menuitem]";

/** Opens at a point or under an element, in the top layer. Arrows, Home, End and first letters move; Esc closes. */
export function Menu({ label, lead, items, at, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const host = useHost(at);
  useReturnOfFocus(menu);
  usePlacement(menu, at);
  useLayoutEffect(() => {
    menu.current?.querySelector<HTMLElement>(`:scope > ${ITEMS}`)?.focus({ preventScroll: true });
  }, []);
  useCloseOutside(menu, onClose);
  const isPressed = useRef(false);
  return createPortal(
    <div
      ref={menu}
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles.menu}
      onContextMenu={(event) => event.preventDefault()}
      onPointerDown={() => {
        isPressed.current = true;
      }}
      onClickCapture={(event) => {
        // The finger whose long press opened the menu lifts over an item: that is no choice.
        if (event.detail > 0 && !isPressed.current) event.stopPropagation();
      }}
      onKeyDown={(event) => onMenuKey(event, onClose)}
    >
      {lead}
      {items.map((item) => (
        <MenuRow key={item.id} item={item} onClose={onClose} />
      ))}
    </div>,
    host,
  );
}

function MenuRow({ item, onClose }: { item: MenuItem; onClose: () => void }) {
  return (
    <>
      {item.startsGroup && <hr className={styles.line} />}
      <button
        type="button"
        {...(item.isChosen === undefined
          ? { role: "menuitem" }
          : { role: "menuitemradio", "aria-checked": item.isChosen })}
        tabIndex={-1}
        className={classes(styles.item, item.isDanger && styles.danger)}
        onClick={() => {
          onClose();
          item.onSelect();
        }}
      >
        {item.icon && <span className={styles.icon}>{item.icon}</span>}
        <span className={styles.label}>{item.label}</span>
        {item.isChosen === true && <Check size={18} aria-hidden="true" />}
        {item.keys && (
          <span className={styles.keys} aria-hidden="true">
            {item.keys}
          </span>
        )}
      </button>
    </>
  );
}

function onMenuKey(event: KeyboardEvent<HTMLDivElement>, onClose: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(ITEMS)];
  const now = items.indexOf(document.activeElement as HTMLElement);
  const move = (index: number) => items.at(index % items.length)?.focus();
  event.stopPropagation();
  if (event.key === "Escape" || event.key === "Tab") onClose();
  else if (event.key === "ArrowDown") move(now + 1);
  else if (event.key === "ArrowUp") move(now <= 0 ? -1 : now - 1);
  else if (event.key === "Home") move(0);
  else if (event.key === "End") move(-1);
  else if (event.key.length === 1 && event.key !== " ") {
    const letter = event.key.toLocaleLowerCase();
    const rest = [...items.slice(now + 1), ...items.slice(0, now + 1)];
    rest.find((item) => item.textContent.toLocaleLowerCase().startsWith(letter))?.focus();
    return;
  } else return;
  event.preventDefault();
}
