/** What a session is called in the list of devices, such as "Firefox on Linux". Empty when nothing is recognised. */
export function deviceName(userAgent: string, isTouch = false): string {
  const browser = firstMatch(userAgent, browsers);
  // An iPad says that it is a Mac; only its screen gives it away.
  const isPad = isTouch && userAgent.includes("Macintosh");
  const system = isPad ? "iPad" : firstMatch(userAgent, systems);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? "";
}

type Pattern = readonly [RegExp, string];

/** In this order: most browsers also claim to be those that follow. */
const browsers: readonly Pattern[] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\b(OPR|Opera|OPT)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|Chromium|HeadlessChrome|CriOS)\//, "Chrome"],
  [/\bEpiphany\//, "GNOME Web"],
  [/\bSafari\//, "Safari"],
];

const systems: readonly Pattern[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

function firstMatch(text: string, patterns: readonly Pattern[]): string | undefined {
  return patterns.find(([pattern]) => pattern.test(text))?.[1];
}
