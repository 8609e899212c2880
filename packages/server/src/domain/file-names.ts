import { limits } from "@parley/contract";

/**
 * A file's name as it is kept: its last part, without what directs terminals or text (controls, bidi, invisible
 * characters; security.md, abuse cases of content). There is always something left to call it.
 */
export function cleanFileName(raw: string): string {
  const last = raw.toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const name = last
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    // Joiners hold emoji together; all other invisible characters only hide something.
    .replace(/(?!\u200d|\ufe0f)[\p{Cf}\p{DI}\p{Co}\p{Cn}]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/^[ .]+|[ .]+$/g, "");
  return name === "" ? "file" : shortened(name);
}

/** Its ending stays, as it says what opens it. */
function shortened(name: string): string {
  if (name.length <= limits.fileNameCharacters) return name;
  const ending = /\.[^.]{1,20}$/.exec(name)?.[0] ?? "";
  return (
    name
      .slice(0, limits.fileNameCharacters - ending.length)
      .toWellFormed()
      .replace(/\ufffd$/, "") + ending
  );
}
