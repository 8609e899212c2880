import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

/** My account: how I prove who I am, what is kept of me, and the end of it. */
export const account = {
  title: "Account",
  failed: "This could not be loaded.",
  passwordAsked: "Your password",
  passwordMissing: "Enter your password.",

  password: {
    title: "Password",
    hint: "All your other devices are signed out when you change it.",
    current: "Current password",
    next: "New password",
    change: "Change password",
    changed: (ended: number) =>
      ended === 0
        ? "Password changed."
        : plural(ended, {
            one: "Password changed. # other device was signed out.",
            other: "Password changed. # other devices were signed out.",
          }),
  },

  totp: {
    title: "Two-factor sign-in",
    hint: "Beside your password, a code from an app on your phone. Whoever learns your password still cannot come in.",
    isOff: "Off",
    isOn: "On",
    turnOn: "Turn on",
    turnOff: "Turn off",
    codesLeft: (count: number) => plural(count, { one: "# recovery code left", other: "# recovery codes left" }),
    newCodes: "New recovery codes",
    newCodesText: "The old codes stop working.",
    passwordText: "First, your password, so that nobody else does this on your device.",
    go: "Continue",
    scan: "Scan this with an authenticator app, such as the one you use for other sites.",
    qr: "QR code for your authenticator app",
    byHand: "Or type this secret in:",
    copySecret: "Copy the secret",
    code: "Code from the app",
    codeHint: "Six digits, new every 30 seconds.",
    codeMissing: "Enter the six digits that the app shows.",
    confirm: "Turn on",
    offText: "From then on your password alone lets somebody in. Your recovery codes stop working.",
    turnedOff: "Two-factor sign-in is off.",
  },

  recovery: {
    title: "Your recovery codes",
    text: "Each lets you in once, without the app. They are shown only now: keep them where you keep important things.",
    list: "Recovery codes",
    copy: "Copy",
    print: "Print",
    download: "Download as text",
    file: "parley-recovery-codes.txt",
    fileHead: (server: string, handle: string) => `Recovery codes for @${handle} on ${server}. Each works once.`,
    kept: "I have kept them",
  },

  passkeys: {
    title: "Passkeys",
    hint: "Sign in with your fingerprint, your face or a security key, without a password.",
    none: "You have no passkey yet.",
    add: "Add a passkey",
    addText: "Your browser then asks you to confirm with this device or a security key.",
    name: "Name",
    nameHint: "So that you know it again, such as “Phone” or “Blue key”.",
    made: (when: string) => `made ${when}`,
    used: (when: string) => `last used ${when}`,
    neverUsed: "never used",
    added: (name: string) => `Passkey “${name}” added.`,
    remove: "Remove",
    removeNamed: (name: string) => `Remove the passkey “${name}”`,
    removeSure: (name: string) => `Remove “${name}”?`,
    removeText: "Nobody signs in with it any more. Your device may still show it; delete it there as well.",
    removed: (name: string) => `Passkey “${name}” removed.`,
    unsupported:
      "This browser cannot use passkeys here. They need a current browser, and an address with a name and https.",
    cancelled: "The browser did not confirm it: it was cancelled, or took too long. Try again.",
    already: "This device has a passkey for your account already.",
  },

  offer: {
    title: "Sign in another device",
    hint: "Show a code here, and point the camera of your phone at it.",
    show: "Show a code",
    text: "Point the camera of the other device at this, or open the link on it. It works once. Show it to nobody else: it signs in as you.",
    qr: "QR code that signs in another device",
    link: "Link for the other device",
    copy: "Copy link",
    left: (time: string) => `Works for ${time}`,
    over: "This code does not work any more.",
    again: "Show a new code",
    done: "Another device has just been signed in.",
  },

  archive: {
    title: "Your data",
    hint: "Everything of yours in one archive: messages, profile and settings, to read offline in a browser and as JSON.",
    start: "Gather my data",
    running: "Gathering your data",
    progress: (done: number, total: number) => `${done} of ${total}`,
    leave: "You can go on meanwhile. It is waiting here when it is done.",
    ready: (size: string) => `Your archive is ready (${size}).`,
    until: (when: string) => `It is removed from the server ${when}.`,
    download: "Download",
    again: "Gather it anew",
    failed: "It did not work. Try again; if it happens again, tell whoever runs this server.",
  },

  remove: {
    title: "Delete your account",
    hint: "After seven days it is gone for good. Until then you can change your mind.",
    open: "Delete my account…",
    dialog: "Delete your account?",
    text: "In seven days your profile, your friends, your settings and your place in every room are deleted. Nobody can bring them back.",
    messages: "What happens to your messages",
    removeThem: "Delete them",
    removeHint: "Every message you wrote disappears for everybody.",
    anonymise: "Keep them without my name",
    anonymiseHint: "They stay where they are, and say only that somebody who left wrote them.",
    handle: (handle: string) => `Type ${handle} to confirm`,
    handleWrong: (handle: string) => `Type ${handle} exactly as it stands here.`,
    now: "Delete my account",
    pending: (when: string) => `Your account will be deleted on ${when}.`,
    keep: "Keep my account",
    kept: "Your account stays.",
    begun: "Your account will be deleted in seven days.",
  },
};
