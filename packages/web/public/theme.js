// Blocks the first paint on purpose, for a few microseconds: the page must never flash in the wrong colours.
if (matchMedia("(prefers-contrast: more)").matches) document.documentElement.dataset.contrastAsked = "";
try {
  const { theme, contrast } = JSON.parse(localStorage.getItem("parley.appearance") ?? "{}");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (contrast === "high") document.documentElement.dataset.contrast = contrast;
} catch {
  // Storage is refused or damaged: the system's colours will do.
}
