import type { Exchange } from "./exchange.ts";

export const books: readonly Exchange[] = [
  [
    "Next up: {book}. Until {day}?",
    "Give me a week more",
    "I have read it already and I say nothing",
    "Your face says it all, even in here",
  ],
  [
    "Page {number} of {book} and I do not know who anybody is",
    "There is a family tree at the end",
    "Why at the END",
    "So that you can be surprised",
  ],
  ["> We are all of us in the gutter.\nThat line!", "And it was a comedy", "The best ones are"],
  ["I cried on the tram because of {book}", "Which chapter?", "||The one with the letter||", "Oh no. Yes."],
  [
    "Does anybody lend {book}?",
    "In English or in the original?",
    "Whatever has fewer pages",
    "Same pages, smaller letters",
  ],
  ["We meet at {name}'s on {day}, {time}", "What do we bring?", "An opinion and cheese", "I have the cheese"],
  ["Audio books: do they count?", "Yes", "No", "Yes. Next question.", "😅"],
];

export const games: readonly Exchange[] = [
  [
    "{game} on {day}?",
    "Who explains the rules?",
    "{name}, who else",
    "Only if everybody listens this time",
    "We listen! For the first {number} minutes",
    "😂",
  ],
  ["I won at {game} against my daughter", "She is six", "Seven. And it was close.", "Bravo, champion"],
  ["There is a piece missing from {game}", "Which one?", "The blue one", "It is under our sofa, with {number} others"],
  ["Rematch?", "You lost by {number}", "That is why it is called a rematch", "{time}, bring snacks"],
  [
    "Poll: long game or two short ones?",
    "Long",
    "Two short ones",
    "Long",
    "One long one, but quickly",
    "That has never worked, {name}",
  ],
  ["My move: e4", "e5", "Nf3", "Nc6", "Are we really doing this in here", "Yes. Bb5."],
];

export const music: readonly Exchange[] = [
  [
    "Rehearsal is in the church on {day}, {time}",
    "Is it heated?",
    "It is a church",
    "So, no",
    "Bring gloves without fingers",
  ],
  ["Listen to {song}, from minute {number} on", "The bass!", "Who is that?", "{name}'s cousin's band, seriously"],
  ["I need somebody for the second voice", "High or low?", "High, but not *that* high", "Then I can do it"],
  [
    "Tickets for {day} are gone in one minute",
    "We have two left over",
    "Mine!",
    "One for me?",
    "Yours. See you at {time} at the door.",
  ],
  ["The piano is a quarter tone flat", "It has always been", "Then we are all sharp", "That is called style"],
  [
    "Setlist:\n1. the slow one\n2. the fast one\n3. the one that everybody knows",
    "And if they want more?",
    "Then 2 again, faster",
  ],
];

export const smallTalk: readonly Exchange[] = [
  ["Good morning everybody ☀️", "Morning!", "Good morning", "Coffee first", "Is it morning already"],
  ["Does it rain at yours as well?", "Like out of buckets", "Sun here, sorry", "Show-off"],
  ["I saw {animal} today.", "Where?", "On the bridge, at {time}. It crossed at the light.", "More polite than most"],
  ["What a week", "It is {day}", "I know"],
  [
    "Anybody awake?",
    "Unfortunately",
    "Baby says yes",
    "Here",
    "Then tell me: stay up or {number} more hours of sleep?",
    "SLEEP",
  ],
  [
    "Who is in {place} next week?",
    "I am, from {day}",
    "Me too. Coffee?",
    "Coffee!",
    "{name} are you around?",
    "Back on {day}, keep me a chair",
  ],
  ["My phone fell into {dish}", "Is it all right?", "The soup? Yes.", "😂😂"],
  [
    "Lost: one black glove. Found: {number} black gloves, none of them mine.",
    "The glove dimension",
    "Take two that almost match",
  ],
  [
    "Happy birthday, {name}! 🎂",
    "Happy birthday!",
    "All the best 🎉",
    "Thank you all, you are lovely",
    "How old?",
    "{number}, give or take",
  ],
  [
    "Does anybody else hear that hum?",
    "Since {day}, yes",
    "It is the fan on the roof",
    "I had given it a name already",
  ],
  ["I fixed {thing}!", "With what?", "Tape", "Then it is not fixed, it is *held*", "Holding is half of fixing"],
  [
    "Question of the day: window open or closed at night?",
    "Open",
    "Open, also in winter",
    "Closed, I live above a bar",
    "The bar is closed, window open. I have a system.",
  ],
  [
    "Hello! I am new here, {name} sent me the link",
    "Welcome!",
    "Welcome 👋 have a look at the other rooms, there are a few",
    "A few hundred",
    "Thank you! It is nice here already",
  ],
  ["Back online, the tunnel is a long one", "Did everything arrive?", "Everything, and in order", "As it should"],
  ["Thank you for {day}, that was lovely", "It was! Again soon?", "In {number} days?", "It is in the calendar"],
];
