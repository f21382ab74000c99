// Text of a PDF in, the same text with radicals written as the characters they stand for out. Many fonts map 长 and 山 to signs
// that look the same and are the names of radicals; no word would be found in them. Lengths do not change.

/**
 * CJK Radicals Supplement that whole characters are drawn with, and those characters.
 * Source: Unicode Character Database, EquivalentUnifiedIdeograph.txt 15.1 (the simplified and the common forms).
 */
const SUPPLEMENT =
  '⺁厂⺄乙⺅亻⺇几⺉刂⺋㔾⺎尢⺓幺⺔彑⺖忄⺘扌⺙攵⺛旡⺝月⺟母⺠民⺡氵⺣灬⺤爫⺨犭⺩王⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺳网⺶羊⺷羊⺸羋⺺肀⺼月⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

const WHOLE = new Map<string, string>()
for (let i = 0; i < SUPPLEMENT.length; i += 2) WHOLE.set(SUPPLEMENT[i] as string, SUPPLEMENT[i + 1] as string)

/** Each radical by itself as the character it stands for. */
export function foldRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (sign) => WHOLE.get(sign) ?? sign.normalize('NFKC'))
}
