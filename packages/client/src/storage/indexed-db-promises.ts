/** Waits for one answer of IndexedDB. */
export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

/** Resolves when all of a transaction is written; one that failed, in whatever part, has written nothing. */
export function whenDone(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
}

/** What comes within so many ms; throws what comes later away, and says so. */
export function answered<T>(answer: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The database does not answer.")), ms);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** `prepare` makes the tables of a database that is not there yet, or is older than `version`. */
export function openDatabase(
  name: string,
  version: number,
  prepare: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.addEventListener("upgradeneeded", () => prepare(request.result));
  return resultOf(request);
}
