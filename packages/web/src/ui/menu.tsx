import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { classes } from "./classes.ts";
import styles from "./menu.module.css";

export interface MenuItem {
  /** Unique in its menu. */
  id: string;
  label: string;
  icon?: ReactNode;
  /** Keys that do the same, for reading only. */
  keys?: string;
  isDanger?: boolean;
  /** A hairline stands before it. */
  startsGroup?: boolean;
  onSelect: () => void;
}

export interface MenuProps {
  /** The accessible name. */
  label: string;
  items: readonly MenuItem[];
  /** A point on the screen, or the element that opened it. */
  at: { x: number; y: number } | HTMLElement;
  onClose: () => void;
}

const MARGIN = 8;

/** Opens at a point or under an element, in the top layer. Arrows, Home, End and first letters move; Esc closes. */
export function Menu({ label, items, at, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  usePlacement(menu, at);
  useReturnOfFocus(menu);
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
      {items.map((item) => (
        <MenuRow key={item.id} item={item} onClose={onClose} />
      ))}
    </div>,
    placeFor(at),
  );
}

/** Inside the landmark that it belongs to, and inside a modal dialog, where it would be out of reach otherwise. */
function placeFor(at: MenuProps["at"]): Element {
  const around = at instanceof HTMLElement ? at.closest("dialog, main, nav, aside") : document.querySelector("main");
  return around ?? document.body;
}

function MenuRow({ item, onClose }: { item: MenuItem; onClose: () => void }) {
  return (
    <>
      {item.startsGroup && <hr className={styles.line} />}
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        className={classes(styles.item, item.isDanger && styles.danger)}
        onClick={() => {
          onClose();
          item.onSelect();
        }}
      >
        {item.icon && <span className={styles.icon}>{item.icon}</span>}
        <span className={styles.label}>{item.label}</span>
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
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
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

function usePlacement(menu: React.RefObject<HTMLDivElement | null>, at: MenuProps["at"]): void {
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    element.showPopover();
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const wanted = at instanceof HTMLElement ? under(at, size) : at;
    const x = Math.max(MARGIN, Math.min(wanted.x, innerWidth - size.width - MARGIN));
    const y = Math.max(MARGIN, Math.min(wanted.y, innerHeight - size.height - MARGIN));
    element.style.setProperty("--menu-x", `${x}px`);
    element.style.setProperty("--menu-y", `${y}px`);
    element.querySelector<HTMLElement>("[role=menuitem]")?.focus({ preventScroll: true });
  }, [menu, at]);
}

/** Below the element and flush with its end; above it where there is no room. */
function under(element: HTMLElement, size: { width: number; height: number }): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  const isLeft = box.left + box.width / 2 < innerWidth / 2;
  const below = box.bottom + 4;
  return {
    x: isLeft ? box.left : box.right - size.width,
    y: below + size.height > innerHeight - MARGIN ? box.top - size.height - 4 : below,
  };
}

function useReturnOfFocus(menu: React.RefObject<HTMLDivElement | null>): void {
  const before = useRef(document.activeElement);
  useEffect(() => {
    const element = menu.current;
    const opener = before.current;
    return () => {
      const isLost = document.activeElement === document.body || element?.contains(document.activeElement);
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, [menu]);
}

function useCloseOutside(menu: React.RefObject<HTMLDivElement | null>, onClose: () => void): void {
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && menu.current?.contains(event.target)) return;
      onClose();
    };
    document.addEventListener("pointerdown", onPointer, true);
    addEventListener("blur", onClose);
    return () => {
      document.removeEventListener("pointerdown", onPointer, true);
      removeEventListener("blur", onClose);
    };
  }, [menu, onClose]);
}
