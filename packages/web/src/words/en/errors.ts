import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

/** By error code; where the server's own sentence says more, it is shown instead (see error-text.ts). */
export const errors = {
  invalid: "That is not accepted. Check what you entered.",
  unauthenticated: "You are signed out. Sign in again.",
  wrong_credentials: "Wrong user name or password.",
  wrong_password: "The password is not right.",
  wrong_code: "This code is not right, or was used already.",
  second_factor: "Enter the code from your authenticator app.",
  not_reachable: "They do not take messages from you.",
  suspended: "This account is suspended.",
  forbidden: "You are not allowed to do this here. Ask an owner of the room.",
  not_found: "It is not there any more, or not for you.",
  name_taken: "Somebody else has this name. Choose another.",
  conflict: "Things have changed meanwhile. Look again.",
  link_invalid: "This link is unknown, used up or has expired. Ask for a new one.",
  registration_closed: "New accounts need an invitation here. Ask a member for a link.",
  too_large: "It is too long. Make it shorter.",
  rate_limited: (seconds: number) =>
    plural(seconds, { one: "Too many tries. Wait # second.", other: "Too many tries. Wait # seconds." }),
  quota_exceeded: "There is no room left for your files. Delete some that you no longer need.",
  storage_full: "The server's disk is full, so nothing was stored. Tell whoever runs it.",
  unavailable: "The server cannot be reached. Try again when you are online.",
  internal: "The server made a mistake. Try again; if it happens again, tell whoever runs it.",
};
