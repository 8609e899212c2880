import { app } from "./app.ts";
import { composer } from "./composer.ts";
import { errors } from "./errors.ts";
import { messages } from "./messages.ts";
import { keys, rooms } from "./rooms.ts";

/** What the first screen says. The rest comes with the screens that say it (screens.ts in this folder). */
export const en = { app, composer, errors, keys, messages, rooms };
