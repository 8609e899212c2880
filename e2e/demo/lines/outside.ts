import type { Exchange } from "./exchange.ts";

export const hiking: readonly Exchange[] = [
  [
    "{hill} on {day}? The forecast is good until {time}",
    "In!",
    "How long is it?",
    "{number} km, and most of it is up",
    "I bring soup in the big flask",
  ],
  ["Reminder: proper boots this time", "It was *one* time", "{name} you did it in sandals", "And I would do it again"],
  [
    "The path behind {hill} is closed, rock fall",
    "Since when?",
    "Sign says until the end of the month",
    "Then around by the mill, it adds {number} minutes",
  ],
  [
    "Train is at {time}, platform {number}. Who has a group ticket?",
    "I have one for five",
    "We are six",
    "I go by bike and meet you there",
  ],
  ["We saw {animal} right next to the path", "Did you get a picture?", "Of its back. Running.", "Classic"],
  [
    "What do you all carry for water?",
    "Two litres and a filter",
    "One litre and hope",
    "||The spring below the hut never runs dry.|| You have not heard it from me.",
  ],
  [
    "Sunrise from {hill}, anybody?",
    "When would we have to leave?",
    "Four",
    "Four is not a time",
    "It is {number} minutes of pain and then it is the best thing you did all year",
    "…fine, I am in",
  ],
  ["My knees have opinions about yesterday", "Poles! I keep telling everyone", "Poles and then cake", "Cake first"],
  [
    "The hut at {hill} takes no bookings by phone any more",
    "How then?",
    "By post card. I am serious.",
    "That is wonderful actually",
  ],
  ["Home! Thanks everyone, what a day", "Home too, feet in hot water", "Same", "Until next time 🏔"],
];

export const travel: readonly Exchange[] = [
  [
    "Three days in {place}, what should I not miss?",
    "The market, early",
    "Get lost on purpose",
    "The museum is free on {day}",
    "And eat {dish}. Twice.",
  ],
  ["My train stands still since {time}", "Where?", "Between two fields. {animal} looks at us.", "Give our regards"],
  [
    "Passport: found. It was in the freezer bag with the adapters.",
    "Naturally",
    "That is where I would have looked",
    "That is where you looked *last*",
  ],
  [
    "Is the night train to {place} any good?",
    "The beds yes, the coffee no",
    "Earplugs!",
    "Book the upper one, it is quieter",
  ],
  ["Greetings from {place} 🌊", "Jealous", "Bring the sun back with you", "Say hello to your mother from us"],
  [
    "I have {number} hours in {place} between two trains",
    "Leave the station to the left, second street, the bakery",
    "And then straight back, trust me",
    "I trust you",
  ],
  [
    "Packing list please, I always forget one thing",
    "- charger\n- something warm\n- something for the feet\n- patience",
    "The charger. It is always the charger.",
    "I once forgot the bag",
  ],
];

export const sports: readonly Exchange[] = [
  [
    "Training is on {day} at {time} this week, the hall is taken",
    "OK",
    "I am late, start without me",
    "We always do 😄",
  ],
  [
    "{number} to {number}, and you should have seen the last minute",
    "Don't tell me, I watch it tonight!",
    "||It was a penalty.||",
    "I said do not tell me",
    "It is a spoiler, you pressed it!",
  ],
  ["We need one more for {day}", "I could", "With that ankle?", "With tape", "No."],
  [
    "Who has the keys to the shed with the nets?",
    "{name}",
    "Not me, I gave them to the coach",
    "They hang on the hook. They have always hung on the hook.",
  ],
  [
    "Half marathon in {place}, registration closes on {day}",
    "I did it last year, flat and windy",
    "So fast one way and slow the other",
    "Precisely",
  ],
  ["New personal best: {number} seconds better", "Bravo!", "How?", "Slept. I recommend it."],
  ["The pool is cold today", "How cold", "*Decisively* cold", "I go anyway"],
];

export const photos: readonly Exchange[] = [
  [
    "Which lens do you take for {place}?",
    "The small one. Always the small one.",
    "35 and nothing else",
    "I carried {number} kilos last time and used one",
  ],
  [
    "Theme for next week: *doors*",
    "Nice, I have a hundred",
    "Only new ones!",
    "Then I have to leave the house",
    "That is the idea, {name}",
  ],
  [
    "How do I get the street lamps less green?",
    "Set the white balance by hand, about 3200",
    "Or make it black and white and call it art",
    "Art it is",
  ],
  ["The darkroom is free on {day} from {time}", "Can I come and watch?", "Come and *do*", "With pleasure"],
  ["I lost a card with {number} pictures", "Check the coat. The other coat.", "THE OTHER COAT", "😌"],
];
