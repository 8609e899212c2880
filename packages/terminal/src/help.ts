/** What `--help` prints. */
export const help = `Parley in a terminal.

  chat [OPTIONS]                      talk: full screen on a terminal, plain lines otherwise
  chat send ROOM [TEXT] [OPTIONS]     send a text, or every line of standard input
  chat tail ROOM [OPTIONS]            print a room's messages
  chat rooms [OPTIONS]                print your rooms
  chat friends [OPTIONS]              print your friends, requests both ways, and whom you blocked
  chat profile [@NAME] [OPTIONS]      print a person's card; 'profile bio TEXT' and so on change yours
  chat add|accept|decline|unfriend|block|unblock @NAME [OPTIONS]
  chat status [TEXT|clear] [OPTIONS]  say what you are about: 'status 🌴 away for 2h'
  chat presence auto|busy|invisible   how you are shown to others
  chat seen ROOM NUMBER [OPTIONS]     print who has read a message
  chat react ROOM NUMBER EMOJI        react to a message with 👍 or :tada:; again takes it back
  chat search WORDS [OPTIONS]         find messages: 'search pizza from:@ann in:#ops after:2026-03-14 has:link'
  chat warnings [OPTIONS]             print what those who keep order told you
  chat export FILE [OPTIONS]          keep everything of yours in a new file

ROOM is '#name', or '@name' for a private conversation, in quotes. Options stand before or after the subcommand.

  --server URL     the server (http://localhost:3000)
  --user NAME      who you are; otherwise asked for, or the last one used in this profile
  --register       make a new account of that name first
  --invite LINK    an invitation: to the server with --register, else into its room
  --profile DIR    where sessions, unsent messages and the cache are kept (parley in your configuration folder)
  --room ROOM      chat: where to begin (the lobby)
  --file PATH      send: this file, with TEXT beside it
  --plain          chat: plain lines, also on a terminal; "exit" leaves
  --json           subcommands: one JSON object per line
  --since NUMBER   tail: everything after this message, instead of the last 50
  --follow         tail: stay, and print what comes; edits, deletions, reactions, votes with --json
  -h, --help       print this

Pictures are drawn in the full screen as well as the terminal can; PARLEY_PICTURES=kitty|sixel|blocks|none decides.
The password comes from PARLEY_PASSWORD, or is asked for without showing it; so does the code of an authenticator, from
PARLEY_CODE. Sessions are kept in the profile. In the chat, /help lists the commands; in plain lines those about people
and order work too, and any other line is a message.
Exit codes: 0 done; 1 refused or failed; 2 wrong use; 3 the server cannot be reached, or you are signed out.
`;
