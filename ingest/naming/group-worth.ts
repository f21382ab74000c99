// Whether a mention of a team is one that the graph should hold. Knows what the name says and the words around it, no document.
import type { GroupValue } from '../groups.js'
import type { Item, Line } from '../line.js'
import type { Profile } from './group-profile.js'

/** After a team just formed: it is this very one that someone leads. */
export const LED = /^[^。；]{0,60}?(?:组 {0,3}长|指挥长|总指挥|带队|牵头|担任|召集人|负责，)/u
/** Teams of foreign and international bodies are no matter of the graph. */
const FOREIGN = /^(?:联合国|国际|世界|世卫|世贸|欧盟|欧洲|北约|非盟|东盟|上海合作)/u
/** A headquarters at the scene is formed for it, whatever the body is called after. */
const SCENE = /前线|前方|现场|扑救|救援|抢险|处置|救灾/u
const STANDING = /防汛|抗旱|防火|防灭火|森林|抗震|三防|战区|作战|海区|军|部队|武警/u

/** A team that the graph should hold: one whose sender, task or number is known, and that is not only planned. */
export function worthy(value: GroupValue, said: Profile, item: Item, line: Line, made: boolean): boolean {
  const after = line.folded.slice(item.end, line.sentence.end)
  const text = line.textOf(item)
  const before = line.folded.slice(line.sentence.start, item.start)
  if (value.planned && !(value.count && value.class === 'inspect')) return false
  if (value.class === 'headquarters' && /^的?(?:总?指挥长|总指挥)/u.test(after) && !STANDING.test(text)) return true
  if (
    value.class === 'headquarters' &&
    ((STANDING.test(text) && !SCENE.test(text)) ||
      !(
        made ||
        HEADED.test(before) ||
        /^的?(?:总?指挥长|总指挥)|^已?[^，。；]{0,16}(?:设立|成立|组建)，/u.test(after)
      ) ||
      !(said.body || LED.test(after) || HEADED.test(before)))
  )
    return false
  if (value.class === 'headquarters' && HEADED.test(before)) return true
  if (/^[\d.]+(?:万|余)?(?:组次|个|支|人|名)/u.test(after)) return false
  if (value.count && (value.class === 'work' || value.class === 'expert'))
    return (
      (made || /(?:派出|派)由[^，。；]{2,60}的$/u.test(line.folded.slice(line.sentence.start, item.start))) &&
      !!said.body &&
      /^(?:，(?:连夜|立即|即刻|当晚|随即)?(?:出发|启程|动身|集结))?，?(?:分别|立即|连夜|已|紧急){0,2}(?:分赴|赶赴|奔赴|赴|前往|进驻|抵达|下沉)/u.test(
        after,
      )
    )
  if (value.count)
    return (
      (value.class === 'inspect' || /督|检查|包保|巡|帮扶|指导|服务/u.test(value.task)) &&
      (!!said.body || made || /^[^。]{0,20}?(?:进驻|对|赴|会在|已|从)/u.test(after))
    )
  if (said.body && FOREIGN.test(said.body)) return false
  if (value.number || said.accident || said.body) return true
  if (value.sort === 'named' && (OF_REGION.test(text) || (made && value.task.length >= OWN_TASK))) return true
  if (value.class === 'investigate' && value.sort === 'bare' && (HEAD_NEXT.test(after) || FORMED_OF.test(before)))
    return true
  if (value.sort === 'named' && /(?:带|率|带领|率领)(?:着|了)?$/u.test(before)) return true
  // 检查组组长某某强调: a team that has a head is a particular one.
  if (value.class === 'inspect' && value.sort === 'bare' && /^组 {0,3}长/u.test(after)) return true
  if (OFFICE_IN.test(before) && ITS_HEAD.test(after)) return true
  if (value.class === 'investigate' && said.accident && HEADED.test(before)) return true
  if (value.class === 'lead')
    return value.sort === 'named' || LED.test(after) || HEADED.test(before) || alone(line, item)
  return made && LED.test(after)
}

/** 成立由…任组长，…参加的|事故调查组. */
const FORMED_OF = /(?:成立|组成|组建)了?由[^。；]{4,140}的$/u
/** 调查组由…任组长. */
const HEAD_NEXT = /^(?:组长|，?由[^。；]{2,60}?(?:组 {0,3}长|牵头|带队))/u

/** 任整治工作专班|组长: a team that has a head is a particular one. */
const OFFICE_IN = /(?:担任|兼任|出任|任)$/u
const ITS_HEAD = /^的?(?:组 {0,3}长|召集人|总?指挥长|班长)/u

/** 以市长吴刚为组长的: its head stands before it. */
const HEADED = /(?:为|任|担任)(?:组长|总指挥|总?指挥长)的$/u

/** A team just formed is a particular one when so many characters say what for. */
const OWN_TASK = 6

/** 县…工作专班, 自治区…督导组: a team of the document's own region. */
const OF_REGION = /^(?:省|市|县|自治区|自治州)(?![级委直属域政])[“第\u4e00-\u9fff]{4,}/u

/** A heading that is nothing but the team: ▇ 领导小组. */
function alone(line: Line, item: Item): boolean {
  return line.sentence.heading && line.text.replace(/[^\u4e00-\u9fff]/gu, '') === line.textOf(item)
}
