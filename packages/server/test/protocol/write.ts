/** `npm run protocol`: writes docs/protocol.md. */
import { writeFileSync } from "node:fs";
import { protocolDocument } from "./document.ts";
import { protocolPath } from "./path.ts";

writeFileSync(protocolPath, protocolDocument());
