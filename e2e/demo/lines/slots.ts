/** Words that fill the slots, so that a line that comes again is not the same line. */
export const slots: Readonly<Record<string, readonly string[]>> = {
  dish: ["lentil soup", "plum cake", "ramen", "focaccia", "paella", "jollof rice", "dumplings", "shakshuka", "gnocchi"],
  day: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  time: ["7:30", "8", "half past nine", "noon", "3 pm", "5:45", "6", "eight in the evening"],
  place: ["Lisbon", "the lake", "Kraków", "the old mill", "Kyoto", "Tbilisi", "the coast", "Marseille", "Accra"],
  hill: ["the north ridge", "the quarry path", "Hawk Fell", "the long valley", "the saddle", "the cliff walk"],
  number: ["2", "3", "4", "6", "9", "12", "14", "20", "35", "50"],
  hour: ["7", "8", "9", "10"],
  plant: ["tomatoes", "the fig tree", "basil", "the roses", "beans", "the lavender", "dahlias", "the apple tree"],
  book: ["*The Summer Book*", "*Stoner*", "*Kindred*", "*Middlemarch*", "*Pachinko*", "*The Dispossessed*"],
  game: ["Azul", "Root", "Hanabi", "Carcassonne", "Go", "Wingspan", "chess", "Codenames"],
  part: ["the sync job", "the login page", "the importer", "the search index", "the mail queue", "the parser"],
  song: ["the second track", "that live recording", "the slow one", "the cover", "the last encore"],
  animal: ["the cat", "our dog", "a hedgehog", "two magpies", "the neighbour's rabbit", "a very calm heron"],
  thing: ["the ladder", "a sleeping bag", "the projector", "the bike pump", "a spare key", "the drill", "the tent"],
};
