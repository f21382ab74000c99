// Words for what happened -> the kind of accident that they say, and which kinds can be said of one accident.
import { words } from '../lexicon.js'

/** What a vehicle did. */
const VEHICLE = /^(?:[翻坠滚掉跌栽摔冲驶飞][入下落进至到向出]|撞[上到向倒入死伤断穿毁])/u

let kinds: Map<string, string> | undefined

/** The kind that a word stands for; undefined for 事故 and other words that say none. */
export function kindOf(word: string | undefined): string | undefined {
  if (!word) return undefined
  kinds ??= new Map(words('accident-kind').map((row) => [row.word, row.fields[0] || row.word]))
  const exact = kinds.get(word)
  if (exact) return exact
  if (VEHICLE.test(word)) return '交通事故'
  // 生产安全 … a longer description: the longest known word that ends it, else that stands in it.
  for (let i = 0; i < word.length - 1; i++) {
    const tail = kinds.get(word.slice(i))
    if (tail) return tail
  }
  for (let i = 0; i < word.length - 1; i++)
    for (let j = word.length; j > i + 1; j--) {
      const inner = kinds.get(word.slice(i, j))
      if (inner) return inner
    }
  return undefined
}

const BURNS = new Set(['火灾', '森林火灾', '草原火灾', '爆炸', '爆燃', '泄漏', '瓦斯爆炸'])
const SLIDES = new Set(['滑坡', '山体滑坡', '崩塌', '泥石流', '山洪', '洪涝', '暴雨', '地质灾害', '坍塌'])
const DRIVES = new Set(['交通事故', '车辆伤害', '火灾', '脱轨'])
const POISONS = new Set(['中毒', '中毒和窒息', '窒息', '食物中毒'])
const ATTACKS = new Set(['恐怖袭击', '爆炸', '暴恐'])
const WATERS = new Set(['沉船', '渔船倾覆', '船舶碰撞'])

/** Whether two kinds can be of one accident; an unknown kind goes with all. */
export function kindsAgree(a: string | undefined, b: string | undefined): boolean {
  if (a === '台风' || b === '台风') return a === b
  if (!a || !b || a === b || a.includes(b) || b.includes(a)) return true
  return [BURNS, SLIDES, DRIVES, POISONS, ATTACKS, WATERS].some((set) => set.has(a) && set.has(b))
}
