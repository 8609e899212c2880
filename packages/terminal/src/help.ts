/** What `--help` prints. */
export const help = `Parley in a terminal.

  chat [OPTIONS]                      talk: full screen on a terminal, plain lines otherwise
  chat send ROOM [TEXT] [OPTIONS]     send a text, or every line of standard input
  chat tail ROOM [OPTIONS]            print a room's messages
  chat rooms [OPTIONS]                print your rooms

ROOM is '#name', or '@name' for a private conversation, in quotes. Options stand before or after the subcommand.

  --server URL     the server (http://localhost:3000)
  --user NAME      who you are; otherwise asked for, or the last one used in this profile
  --register       make a new account of that name first
  --invite LINK    an invitation: to the server with --register, else into its room
  --profile DIR    where sessions, unsent messages and the cache are kept (parley in your configuration folder)
  --room ROOM      chat: where to begin (the lobby)
  --plain          chat: plain lines, also on a terminal; "exit" leaves
  --json           send, tail, rooms: one JSON object per line
  --since NUMBER   tail: everything after this message, instead of the last 50
  --follow         tail: stay, and print what comes; edits and deletions with --json
  -h, --help       print this

The password comes from PARLEY_PASSWORD, or is asked for without showing it. Sessions are kept in the profile.
Exit codes: 0 done; 1 refused or failed; 2 wrong use; 3 the server cannot be reached, or you are signed out.
`;
