/**
 * Letters that look like others, as pairs of a character and what it is mistaken for: a hand-picked part of Unicode's
 * confusables (UTS #39), chosen for names. Only what NFKD and case folding do not unify already.
 */
const LATIN = `ł l ø o đ d ð d ħ h ŧ t ŋ n æ ae œ oe þ p ƿ p ƒ f ɑ a ɐ a ə e ɛ e ɡ g ɢ g ɩ i ɪ i ɴ n ʀ r ʏ y ʙ b ʜ h ʟ l
 ᴀ a ᴄ c ᴅ d ᴇ e ᴊ j ᴋ k ᴍ m ᴏ o ᴘ p ᴛ t ᴜ u ᴠ v ᴡ w ᴢ z ꜰ f ꜱ s ɓ b ƀ b ɗ d ɖ d ɠ g ɦ h ɨ i ƙ k ɫ l ƚ l ɱ m ɲ n ɳ n ƞ n ɵ o
 ƥ p ɽ r ƭ t ʈ t ʉ u ʋ u ƴ y ƶ z ȥ z ʐ z ǀ l ɭ l ʃ f ʒ 3 ʂ s`;
const CYRILLIC = `а a в b с c ԁ d е e ғ f һ h н h і i ј j к k ӏ l м m ո n о o р p ԛ q г r ѕ s т t џ u ѵ v ԝ w ѡ w х x у y ү y
 ұ y з 3 б 6 ь b ӕ ae ԍ g є e ө o ѳ o қ k ҝ k ҟ k ӄ k ҡ k ԟ k ң h ҥ h ӈ h ԋ h ҭ t ҫ c ҳ x ӽ x ӿ x ҏ p ґ r ԧ h п n л n
 ӊ h ӎ m ԑ e ӡ 3 ԅ 3`;
const GREEK_CAPITALS = "Η h Ν n Υ y Ρ p Χ x Μ m Β b Ζ z Ι i Τ t Ϲ c Ϳ j Ω o Ϝ f";
const GREEK = "α a β b γ y ε e ζ z η n θ o ι i κ k λ l μ u ν v ο o π n ρ p σ o τ t υ u χ x ω w ϳ j ϝ f ϸ p ϻ m";
const ARMENIAN = "օ o ս u ո n հ h ց g զ q ք p ա w յ j լ l ռ n ղ n է t վ u ը n ւ l ճ d ժ d տ un";
const CHEROKEE = `Ꭰ d Ꭱ r Ꭲ t Ꭵ i Ꭹ y Ꭺ a Ꭻ j Ꭼ e Ꮃ w Ꮇ m Ꮋ h Ꮍ y Ꮐ g Ꮑ a Ꮓ z Ꮖ t Ꮞ 4 Ꮟ b Ꮢ r Ꮤ w Ꮥ s Ꮩ v Ꮪ s Ꮮ l Ꮯ c Ꮲ p
 Ꮳ g Ꮶ k Ꮷ d Ᏼ b Ᏻ g`;
const OTHER_SCRIPTS = `ا l ו l ן l ס o ᛁ l ⵏ l ꓲ l ⲟ o ⲣ p ⲥ c ⲕ k ⲓ i ⲛ n ⲙ m ⲧ t ⲭ x ⲁ a ⲃ b ⲉ e ⲏ h ꓐ b ꓑ p ꓓ d ꓔ t ꓖ g ꓗ k ꓙ j ꓚ c
 ꓜ z ꓝ f ꓟ m ꓠ n ꓡ l ꓢ s ꓣ r ꓦ v ꓧ h ꓪ w ꓫ x ꓬ y ꓮ a ꓰ e ꓳ o ꓴ u ی ي ى ي ک ك ە ه ہ ه ھ ه ロ 口 エ 工 カ 力 タ 夕 ト 卜 ハ 八
 ニ 二 ー 一 へ ヘ り リ`;
const DIGITS = "0 o 1 l i l ٠ o ٥ o ۰ o ۵ o ० o ০ o ੦ o ૦ o ୦ o ௦ o ౦ o ೦ o ൦ o ๐ o ໐ o ၀ o ០ o ١ l ۱ l";

/** Replaced before the case is folded: capitals whose look-alike is not that of their small letter (Η is an H, η an n). */
export const CAPITAL_LOOK_ALIKES: ReadonlyMap<string, string> = table(GREEK_CAPITALS, CHEROKEE, CHEROKEE.toLowerCase());

/** Replaced after the case is folded and the accents are off. */
export const LOOK_ALIKES: ReadonlyMap<string, string> = table(LATIN, CYRILLIC, GREEK, ARMENIAN, OTHER_SCRIPTS, DIGITS);

function table(...lists: string[]): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const list of lists) {
    const cells = list.split(/\s+/);
    for (let at = 0; at + 1 < cells.length; at += 2) pairs.set(cells[at] ?? "", cells[at + 1] ?? "");
  }
  return pairs;
}
