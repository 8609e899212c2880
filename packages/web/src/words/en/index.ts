import { app } from "./app.ts";
import { composer } from "./composer.ts";
import { messages } from "./messages.ts";
import { rooms } from "./rooms.ts";

/** What the first screen says. The rest comes with the screens that say it (screens.ts in this folder). */
export const en = { app, composer, messages, rooms };
