/** The bytes of what waits in the outbox, as browsers keep them. */
import "fake-indexeddb/auto";
import { type FileId, newId, type SharedFile } from "@parley/contract";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Upload } from "../src/index.ts";
import { indexedFiles } from "../src/storage/indexed-files.ts";

function opened(name: string) {
  const files = indexedFiles(name);
  onTestFinished(() => files.close?.());
  return files;
}

function aFile(): SharedFile {
  return { id: newId<FileId>(0), name: "a.txt", type: "text/plain", size: 5, kind: "file" };
}

test("bytes are there after a reload, until they are removed; those of others are apart", async () => {
  const [one, two] = [aFile(), aFile()];
  const first = opened("reload");
  expect(await first.list()).toEqual([]);
  await first.put({ file: one, bytes: new Blob(["first"]) });
  await first.put({ file: one, bytes: new Blob(["again"]) });
  await first.put({ file: two, bytes: new Blob(["other"]) });
  first.close?.();
  const next = opened("reload");
  expect([...(await next.list())].sort()).toEqual([one.id, two.id].sort());
  expect(await (await next.get(one.id))?.text()).toBe("again");
  await next.remove(one.id);
  expect([await next.get(one.id), await next.list()]).toEqual([undefined, [two.id]]);
  expect(await opened("somebody else").list()).toEqual([]);
});

test("it holds up nobody who deletes it", async () => {
  const files = opened("sign-out");
  await files.put({ file: aFile(), bytes: new Blob(["bytes"]) });
  const outcome = await new Promise<string>((resolve) => {
    const deletion = indexedDB.deleteDatabase("sign-out files");
    deletion.onsuccess = () => resolve("deleted");
    deletion.onblocked = () => resolve("blocked");
  });
  expect(outcome).toBe("deleted");
  expect(await files.list()).toEqual([]);
});

test("another tab hears how far uploads are, and mine does not hear itself", async () => {
  const [mine, theirs] = [opened("tabs"), opened("tabs")];
  const [here, there] = [vi.fn(), vi.fn()];
  mine.onShared?.(here);
  theirs.onShared?.(there);
  const uploads = new Map<FileId, Upload>([
    [newId<FileId>(0), { sentBytes: 3, bytesPerSecond: null, isDone: false, error: null }],
  ]);
  mine.share?.(uploads);
  await vi.waitFor(() => expect(there).toHaveBeenCalledWith(uploads));
  expect(here).not.toHaveBeenCalled();
});

test("a failed write is told of, and leaves what was there", async () => {
  const files = opened("full");
  const file = aFile();
  await files.put({ file, bytes: new Blob(["whole"]) });
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("No room.", "QuotaExceededError");
  });
  await expect(files.put({ file, bytes: new Blob(["other"]) })).rejects.toThrow("No room.");
  put.mockRestore();
  expect(await (await files.get(file.id))?.text()).toBe("whole");
});
