import { app } from "./app.ts";
import { composer } from "./composer.ts";
import { directory } from "./directory.ts";
import { entry } from "./entry.ts";
import { errors } from "./errors.ts";
import { messages } from "./messages.ts";
import { people } from "./people.ts";
import { keys, rooms } from "./rooms.ts";
import { settings } from "./settings.ts";

/** The whole catalogue, and the shape of every translation. */
export const en = { app, composer, directory, entry, errors, keys, messages, people, rooms, settings };
