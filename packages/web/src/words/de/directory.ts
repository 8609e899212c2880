import type { Words } from "../words.ts";

export const directory: Words["directory"] = {};
