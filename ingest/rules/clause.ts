// Pieces of patterns that the facts about meetings share: what may stand in the clause of one person.

/** Words and items of one clause that may stand between a person and what the person does; no other person, no meeting. */
export const gap = (n: number) => `[^，。；：！？\\n‹Person›‹Meeting›‹Directive›]{0,${n}}?`
/** The end of what is said of a person: the next word is no part of it. */
export const END = '(?:说|表示)?(?=[，。；：！？、\\n]|$)'
/** Not inside what somebody else is reported to say. */
export const TELLS =
  '(?<!(?:接报|接到报告|事发|获悉|事故发生|险情发生)后，?[^。；！？]{0,60})(?<!(?:指出|强调|认为|提出|(?<!提出了?|提|具体|明确|工作|有关)要求|表示|说|介绍|提到)[，：“][^。”]{0,200})'
