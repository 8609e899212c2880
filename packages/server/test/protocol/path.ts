import { join } from "node:path";

export const protocolPath = join(import.meta.dirname, "../../../../docs/protocol.md");
