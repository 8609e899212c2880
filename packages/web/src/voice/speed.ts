const speeds = [1, 1.5, 2] as const;
export type Speed = (typeof speeds)[number];

const KEY = "parley.voice.speed";

export function speedAfter(speed: Speed): Speed {
  return speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1;
}

/** As it was chosen last on this device. */
export function keptSpeed(): Speed {
  try {
    const kept = Number(localStorage.getItem(KEY));
    return speeds.find((one) => one === kept) ?? 1;
  } catch {
    return 1;
  }
}

export function keepSpeed(speed: Speed): void {
  try {
    localStorage.setItem(KEY, String(speed));
  } catch {
    // Storage is refused or full: the next page begins at the usual speed.
  }
}
