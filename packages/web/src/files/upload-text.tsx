import type { Upload } from "@parley/client";
import type { SharedFile } from "@parley/contract";
import { fileSize } from "../account/file-size.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { percentOf } from "./use-upload.ts";

/** "45 % · 2.1 MB/s", or why it does not go on. */
export function UploadText({ file, upload }: { file: SharedFile; upload: Upload | undefined }) {
  const words = useWords();
  const language = useLanguage();
  if (upload?.error) return <span role="status">{errorText(words, language, upload.error)}</span>;
  const percent = percentOf(upload, file);
  if (upload === undefined) return <span>{words.files.waiting}</span>;
  if (percent === 100) return <span>{words.files.finishing}</span>;
  const speed = upload.bytesPerSecond;
  const share = new Intl.NumberFormat(language, { style: "percent" }).format(percent / 100);
  return (
    <span>
      {share}
      {speed !== null && ` · ${words.files.perSecond(fileSize(speed, language))}`}
    </span>
  );
}
