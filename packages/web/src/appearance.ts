import type { Settings } from "@parley/contract";

type Appearance = Pick<Settings, "theme" | "contrast">;

/** Puts a theme on the page, and keeps it where `public/theme.js` finds it before the first paint of the next visit. */
export function applyAppearance({ theme, contrast }: Appearance): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  if (contrast === "high") dataset.contrast = contrast;
  else delete dataset.contrast;
  try {
    localStorage.setItem("parley.appearance", JSON.stringify({ theme, contrast }));
  } catch {
    // Storage is refused: the theme still holds until the page is closed.
  }
}
