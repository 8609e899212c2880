import { withKey, withoutKey } from "../immutable.ts";
import type { PersonReducers } from "./reducer.ts";
import { withPeople } from "./users.ts";

export const relationReducers: PersonReducers<"relation:changed"> = {
  "relation:changed": (state, { rev, userId, relation, user }) => ({
    ...withPeople(state, [user]),
    rev,
    relations: relation === null ? withoutKey(state.relations, userId) : withKey(state.relations, userId, relation),
  }),
};
