import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

/** What people see before they are in: set-up, sign-in, sign-up, an invitation. */
export const entry = {
  username: "Username",
  usernameHint: "How others see you, and how you sign in.",
  password: "Password",
  passwordHint: (least: number) => `At least ${least} characters.`,
  createAccount: "Create account",
  signIn: "Sign in",
  usernameMissing: "Enter a user name.",
  passwordMissing: "Enter your password.",
  passwordTooShort: (least: number, missing: number) =>
    plural(missing, {
      one: `It needs at least ${least} characters: # more.`,
      other: `It needs at least ${least} characters: # more.`,
    }),

  setup: {
    title: "Set up your server",
    text: "You make the first account and own this server.",
    serverName: "Server name",
    serverNameHint: "What people see when they are invited.",
    serverNameDefault: "Parley",
    serverNameMissing: "Give your server a name.",
    registration: "Who may join",
    invite: "People with an invitation",
    inviteHint: "Members send links to friends.",
    open: "Anyone who finds it",
    openHint: "Everybody may make an account.",
    closed: "Nobody new",
    closedHint: "Just the accounts that there are.",
    noTokenTitle: "Open the set-up link",
    noTokenText:
      "The server prints a link when it first starts, in the terminal it runs in. Open that link, with everything after the #, to set it up.",
    badToken: "This set-up link is not the right one. Open the one that the server printed last.",
    doneTitle: "This server is set up",
    doneText: "Its owner account exists already. Sign in, or ask a member for an invitation link.",
  },

  signInTitle: (server: string) => `Sign in to ${server}`,
  signUpTitle: (server: string) => `Join ${server}`,
  signUpText: "Make an account and start talking.",
  newHere: "New here?",
  haveAccount: "Have an account?",
  inviteOnly: "New here? Ask a member for an invitation link.",
  closed: "This server takes no new accounts.",
  notSetUpTitle: "This server is not set up yet",
  notSetUpText: "Whoever runs it can open the set-up link that it printed in its terminal.",
  unreachableTitle: "The server cannot be reached",
  unreachableText: "Check your connection, then try again. Nothing is lost.",

  join: {
    title: (room: string) => `Come into #${room}`,
    invitedBy: (person: string, server: string) => `${person} invites you to talk on ${server}.`,
    members: (count: number) => plural(count, { one: "# person is in this room", other: "# people are in this room" }),
    joinRoom: (room: string) => `Join #${room}`,
    signedInAs: (name: string) => `You are signed in as ${name}.`,
    signInInstead: "Sign in instead",
    createInstead: "Create an account instead",
    invalidTitle: "This invitation does not work any more",
    invalidText: "It has expired, is used up, or was taken back. Ask the person who sent it for a new link.",
    noCodeTitle: "The link is not complete",
    noCodeText: "An invitation ends in a # and a code. Open the link again exactly as it was sent to you.",
    toSignIn: "Go to sign-in",
    toRooms: "Go to my rooms",
  },

  or: "or",
  providerRefused: "The sign-in there was not completed. Try again.",
  providerAway: "The sign-in there does not answer. Try again in a moment.",
  byPasskey: "Sign in with a passkey",

  factor: {
    code: "Code from your authenticator app",
    codeHint: "Six digits. Your password was right; this is the second step.",
    codeMissing: "Enter the six digits that the app shows.",
    recovery: "Recovery code",
    recoveryHint: "One of those that you kept when you turned this on. Each works once.",
    recoveryMissing: "Enter one of your recovery codes.",
    confirm: "Sign in",
    passkey: "Use a passkey",
    useRecovery: "Use a recovery code",
    useApp: "Use the app",
    back: "Begin again",
  },

  link: {
    title: "Sign in on this device?",
    text: "It will be signed in as the person whose other device shows the code. Go on only if that is you.",
    now: "Sign in here",
    failed: "Show a new code on your other device: Settings, Account.",
    noCodeText: "A link to sign in ends in a # and a code. Scan it again, or open it exactly as it is shown.",
    alreadyTitle: "This device is signed in",
    alreadyText: (name: string) => `You are ${name} here. To be somebody else, sign out first.`,
  },

  notFoundTitle: "There is nothing here",
  notFoundText: "The address may be mistyped, or the room is not yours to see.",
  notFoundBack: "Go to my rooms",
};
