import type { Exchange } from "./exchange.ts";

export const software: readonly Exchange[] = [
  [
    "{part} is slow since {day}",
    "Slow how? All requests or some?",
    "Every tenth or so. The rest is fine.",
    "Smells like a missing index",
    "It *was* a missing index. `create index` and gone.",
    "🎉",
  ],
  [
    "Could somebody look at my change to {part}?",
    "On it",
    "Two remarks, otherwise good",
    "Fixed both. Thanks for the careful look!",
  ],
  [
    "```ts\nconst seen = new Set(ids);\nreturn rows.filter((row) => !seen.has(row.id));\n```\nThat was the whole fix.",
    "Lovely",
    "From {number} seconds to nothing",
    "Sets are underrated",
  ],
  [
    "We deploy at {time}, any objections?",
    "None",
    "Wait for my migration please, {number} minutes",
    "Waiting",
    "Done, go",
    "It is out. Watching the graphs.",
  ],
  [
    "Who knows why {part} retries three times?",
    "Because two was not enough and four was rude",
    "Is that written down?",
    "It is now",
  ],
  [
    "The test for {part} fails only on {day}s",
    "Time zones",
    "It cannot be time zones",
    "It was time zones",
    "It is always time zones",
  ],
  [
    "> the cache is warm\nIs it? I see {number} % misses",
    "It is warm where we looked",
    "Then let us look elsewhere",
    "Found it: the key had the port in it",
  ],
  ["Standup in five", "I skip today, nothing to tell and a lot to do", "Same", "Then we skip it all together?", "👍"],
  [
    "Please nobody touch {part} until {time}",
    "OK",
    "What are you doing?",
    "Renaming the one thing that has had the wrong name for {number} years",
    "God speed",
  ],
  [
    "I wrote down how to restore a backup: https://example.org/restore",
    "Did you try it?",
    "Twice. The second time without reading.",
    "That is the way",
  ],
  [
    "Disk on the old machine is at 91 %",
    "Logs?",
    "Logs of logs",
    "~~Delete them~~ Rotate them, then delete them",
    "Down to {number} %. Good night.",
  ],
  ["{name} your branch is green", "Merging, thank you", "Finally!"],
  ["Small question: tabs or…", "No.", "I only wanted to", "**No.**", "😇"],
  [
    "What is the keyboard shortcut for the switcher?",
    "Ctrl+K",
    "And I clicked all this time",
    "Alt with the arrows is good too",
  ],
];

export const planning: readonly Exchange[] = [
  [
    "Agenda for {day}:\n1. where we are\n2. what hurts\n3. who does what by when",
    "Can we swap 1 and 2?",
    "We can do only 2",
    "Then {time} is enough",
  ],
  [
    "Notes from today are up: https://example.org/notes",
    "Thanks!",
    "One correction: it was {number}, not more",
    "Corrected",
  ],
  [
    "I am away from {day}, back in {number} days. {name} covers for me.",
    "Enjoy it!",
    "Do not read this room",
    "I will not. Probably.",
  ],
  ["Do we have a date for the workshop?", "{day}, {time}", "In person?", "Both. The room has {number} chairs."],
  [
    "The budget is through ✅",
    "Really?",
    "With {number} % less travel",
    "We have trains",
    "We have *this*, we hardly need to travel",
  ],
  [
    "Draft of the letter, please read it critically",
    "Second paragraph is too long",
    "I would end with the request, not with the thanks",
    "Both right. New version in {number} minutes.",
  ],
  ["Who takes the minutes?", "I did last time", "I do it", "Thank you, {name}"],
];

export const support: readonly Exchange[] = [
  [
    "My screen stays black after sleeping",
    "Which system?",
    "The newest, since {day}",
    "Unplug everything, wait {number} seconds, plug it in again",
    "That was it. I am ashamed.",
    "Nobody needs to be. It helped me as well, last week.",
  ],
  [
    "How do I share a calendar with {name}?",
    "Settings, the second tab, at the very bottom",
    "Why at the bottom",
    "Because it is important",
  ],
  ["The printer says PC LOAD LETTER", "It wants paper", "It has paper", "It wants *other* paper"],
  [
    "Where do I see who is in a room?",
    "The button with the people, at the top right",
    "And who is there right now?",
    "Those stand first",
  ],
];
