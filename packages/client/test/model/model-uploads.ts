import type { IncomingMessage, ServerResponse } from "node:http";
import { errorCodes, type FileId, ParleyError, type SharedFile } from "@parley/contract";

interface Stored {
  readonly name: string;
  readonly length: number;
  bytes: Buffer;
}

/** The server's side of tus 1.0, with the accidents that befall uploads. */
export class ModelUploads {
  readonly files = new Map<FileId, Stored>();
  readonly dropped: FileId[] = [];
  /** Bytes of all pieces that arrived, lost ones too. */
  received = 0;
  /** The connection breaks when so many bytes of an upload are there. */
  breaksAt = Number.POSITIVE_INFINITY;
  refusal: ParleyError | null = null;
  /** Pieces wait for this. */
  gate: Promise<unknown> = Promise.resolve();

  find(id: FileId): SharedFile {
    const found = this.files.get(id);
    if (!found || found.bytes.length < found.length) throw new ParleyError("not_found", "There is no such file.");
    return { id, name: found.name, type: "application/octet-stream", size: found.length, kind: "file" };
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader("tus-resumable", "1.0.0");
    if (request.method === "POST") this.#create(request, response);
    else await this.#goOn(request, response);
  }

  async #goOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = request.url?.split("/").at(-1) as FileId;
    const found = this.files.get(id);
    if (!found) {
      answered(response, 404);
      return;
    }
    if (request.method === "PATCH") await this.#append(found, request);
    response.setHeader("upload-offset", found.bytes.length);
    response.setHeader("upload-length", found.length);
    answered(response, request.method === "PATCH" ? 204 : 200);
  }

  #create(request: IncomingMessage, response: ServerResponse): void {
    if (this.refusal) answered(response, errorCodes[this.refusal.code].status, this.refusal);
    else answered(response, this.#begin(request));
  }

  /** Answers the status. */
  #begin(request: IncomingMessage): number {
    const pairs = String(request.headers["upload-metadata"]).split(",");
    const metadata = new Map(pairs.map((pair) => pair.split(" ") as [string, string]));
    const text = (key: string) => Buffer.from(metadata.get(key) ?? "", "base64").toString();
    const id = text("id") as FileId;
    if (this.files.has(id)) return 201;
    const length = Number(request.headers["upload-length"]);
    this.files.set(id, { name: text("filename"), length, bytes: Buffer.alloc(0) });
    return 201;
  }

  async #append(found: Stored, request: IncomingMessage): Promise<void> {
    await this.gate;
    for await (const piece of request as AsyncIterable<Buffer>) {
      this.received += piece.length;
      found.bytes = Buffer.concat([found.bytes, piece]);
      if (found.bytes.length >= this.breaksAt) {
        this.breaksAt = Number.POSITIVE_INFINITY;
        request.destroy();
        return;
      }
    }
  }
}

function answered(response: ServerResponse, status: number, error?: ParleyError): void {
  response.writeHead(status);
  response.end(error && JSON.stringify({ ok: false, error: error.toWire() }));
}
