import type { Exchange } from "./exchange.ts";

/** Other languages, each with rooms of its own; some turn up elsewhere too. */
export const german: readonly Exchange[] = [
  ["Guten Morgen zusammen!", "Moin", "Guten Morgen, gibt’s schon Kaffee?", "Steht auf dem Herd"],
  [
    "Wer kommt am Samstag mit zum See?",
    "Ich, wenn es nicht regnet",
    "Ich auch, wenn es regnet",
    "Dann brauchen wir {number} Handtücher",
  ],
  [
    "Die Bahn hat mal wieder {number} Minuten Verspätung",
    "Grund?",
    "„Verzögerungen im Betriebsablauf“",
    "Ein Klassiker",
  ],
  ["Hat jemand eine Bohrmaschine?", "Klar, komm vorbei", "Nach sechs?", "Passt"],
  ["Das Rezept bitte!", "Äpfel, Butter, Zimt, Geduld", "Vor allem Geduld", "Danke, wird am Wochenende gebacken"],
];

export const romance: readonly Exchange[] = [
  [
    "On se retrouve où ce soir ?",
    "Chez moi, vers {hour} heures",
    "J’apporte le fromage",
    "Et moi le dessert",
    "Parfait, à tout à l’heure !",
  ],
  ["Quelqu’un a compris le dernier chapitre ?", "Pas du tout", "Si, mais il faut le relire", "Alors on le relit"],
  [
    "¿Quién se apunta al partido del domingo?",
    "Yo, pero llego tarde",
    "Como siempre 😄",
    "Traigo naranjas para el descanso",
  ],
  ["He hecho tortilla para {number}", "¿Con cebolla o sin?", "Con, por supuesto", "Así se habla"],
  ["Bom dia! Alguém vai à feira hoje?", "Vou eu, depois das {hour}", "Traz-me pastéis, por favor", "Quantos?", "Todos"],
  ["Chi viene al mare domani?", "Io!", "Anch’io, se c’è posto in macchina", "C’è sempre posto"],
];

export const eastAsian: readonly Exchange[] = [
  ["おはようございます！", "おはよう。今日は暑いですね", "三十二度だって", "アイスを買ってきます🍧"],
  ["明日の集まり、何時からですか？", "七時からです", "少し遅れます、先に始めてください", "了解です"],
  ["写真を見ました。桜がきれい！", "ありがとう。京都で撮りました", "来年は一緒に行きましょう"],
  ["周末去爬山吗？", "去！几点出发？", "早上{hour}点，地铁站见", "我带水果", "太好了"],
  ["这家面馆真不错", "在哪儿？", "就在图书馆后面", "下次一起去"],
  ["점심 뭐 먹을까요?", "비빔밥 어때요?", "좋아요, {hour}시에 봐요", "저도 갈게요 🙌"],
  ["비가 와요 ☔", "우산 챙기세요", "이미 늦었어요"],
];

export const otherScripts: readonly Exchange[] = [
  ["صباح الخير يا جماعة", "صباح النور", "من يأتي إلى العشاء يوم الجمعة؟", "أنا وأخي، إن شاء الله", "أهلا وسهلا بكم"],
  ["هل قرأ أحد الكتاب الجديد؟", "نعم، انتهيت منه أمس", "كيف كان؟", "جميل جدا، أنصح به"],
  ["בוקר טוב! מי בא לים?", "אני, בעוד {number} דקות", "תביאו מים", "ותביאו גם אבטיח 🍉"],
  ["Доброе утро! Кто сегодня в парк?", "Я, после работы", "И я, возьму термос", "Тогда в семь у ворот"],
  ["Ключи нашлись", "Где?", "В холодильнике, как обычно", "😂"],
  ["Καλημέρα! Καφέ;", "Πάντα", "Στις {hour} στην πλατεία"],
  ["सुप्रभात! चाय कौन पिएगा?", "मैं! अदरक वाली", "मेरे लिए भी एक", "अभी लाती हूँ ☕"],
  ["Ktoś chętny na rower w niedzielę?", "Ja!", "Ja też, ale powoli", "Powoli to {hour} na godzinę?", "Mniej więcej"],
  ["Cuối tuần này đi ăn phở không?", "Đi chứ!", "Mấy giờ?", "{hour} giờ nhé"],
  ["พรุ่งนี้เจอกันที่ไหนดี", "ร้านเดิม", "โอเค เจอกัน {hour} โมง"],
  ["Akşam maç var, kim geliyor?", "Ben geliyorum", "Çay benden", "O zaman sekizde"],
];
