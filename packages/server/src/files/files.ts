import { join } from "node:path";
import type { Config } from "../config.ts";
import type { BucketDeps } from "./bucket-requests.ts";
import { Finishing, type FinishingDeps } from "./finishing.ts";
import { folderStorage } from "./folder.ts";
import { Looker } from "./look.ts";
import { Pictures } from "./pictures.ts";
import type { FileStorage } from "./storage.ts";
import { Uploads } from "./uploads.ts";

/** So many files are looked at at once; each costs a core and some memory. */
const lookedAtAtOnce = 2;

/** Everything that has to do with the bytes of files. */
export interface Files {
  readonly storage: FileStorage;
  readonly uploads: Uploads;
  readonly finishing: Finishing;
  readonly pictures: Pictures;
  /** Ends what is coming in, and waits for what is being put away. */
  stop(): Promise<void>;
}

export async function createFiles(
  { filesFolder: folder, programs, bucket }: Pick<Config, "filesFolder" | "programs" | "bucket">,
  deps: Pick<FinishingDeps, "reader" | "transact"> & Omit<BucketDeps, "bucket">,
): Promise<Files> {
  const uploads = new Uploads(join(folder, "incoming"));
  const storage = await storageIn(bucket, join(folder, "stored"), deps);
  const looker = new Looker(lookedAtAtOnce, programs);
  const finishing = new Finishing({ ...deps, uploads, storage, looker });
  return {
    storage,
    uploads,
    finishing,
    pictures: new Pictures({ transact: deps.transact, uploads, storage, looker }),
    async stop() {
      await uploads.stop();
      looker.stop();
      await finishing.idle();
    },
  };
}

/** Whether a bucket can be used is said at once; that it is away is no reason not to start. */
async function storageIn(
  bucket: Config["bucket"],
  folder: string,
  deps: Omit<BucketDeps, "bucket">,
): Promise<FileStorage> {
  if (bucket === null) return folderStorage(folder);
  // Only servers with a bucket pay for a client of it.
  const { bucketStorage } = await import("./bucket.ts");
  const storage = bucketStorage({ bucket, clock: deps.clock, logger: deps.logger });
  storage.check().catch(() => undefined);
  return storage;
}
