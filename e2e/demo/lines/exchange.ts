/**
 * A few lines that belong together: the first opens, the others answer. Speakers alternate. `{dish}` and the like are
 * filled in from slots.ts; `{name}` mentions somebody in the room.
 */
export type Exchange = readonly string[];
