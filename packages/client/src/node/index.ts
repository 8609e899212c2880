export { fileStorage } from "./file-storage.ts";
export { socketIoWire } from "./socket-io-wire.ts";
