// Facts of the family "visit": words of going to a place. Who goes, visits.ts finds in the clause, the clauses before it or the paragraph.
import type { FactRule } from '../facts.js'

/** Places in a row; the last of each run is the one gone to. */
/** A name in a list that no layer knows: a shop, a firm by its short name. */
const UNKNOWN = '(?:[^，。；：、！？\\n的了要是在对就为将\\uE000-\\uEFFF]{2,24}、)'
const PLACES = `(?:[你我该本][市县区旗州镇乡](?:（[市县区旗]）)?)?(?<to>(?:${UNKNOWN}{1,6}?(?=‹Place|Org›{1,4}(?:[、，。；和及与等（]|以及|实地|现场|进行|调研|检查|督|视察|考察)))?(?:‹Place›(?:（[\\u4e00-\\u9fff]{1,3}）)?(?:[、，和及与 ]|以及)?|‹Org›(?:（[\\u4e00-\\u9fff]{1,3}）)?(?:[、和及与]|以及)?(?=‹Place|Org›)|(?<=、)${UNKNOWN}{1,3}(?=‹Place|Org›)|‹Place›[^，。；：、！？\\n的了要是在对就为将\\uE000-\\uEFFF]{2,16}、(?=‹Place|Org›)){0,10}(?:‹Place›|‹Org›))`
/** More of the list, of which no layer knows the names. */
const MORE = '(?:(?:[、和及与]|以及)[^，。；：！？\\n‹Person›]{2,26}){0,4}'
const PURPOSE =
  '(?:专题|实地|现场|深入|督促|带队|集中|暗中|明查|开展|进行|主持|宣讲|蹲点|随机|突击|紧急|就|围绕|一线|等地?|有关|的?企业|和|、|基层)*[^，。；：！？\\n\\uE000-\\uEFFF]{0,14}?(?:调研|检查|督查|督导|督察|督办|督战|指导|慰问|考察|暗访|查看|察看|视察|看望|走访|巡查|巡察|了解|抽查|查[^出处]|指挥|处置|救援|救灾|宣讲|听取|参观|探望|督促|部署|观摩|巡河|巡林|协调|办公|坐镇|值守|现场办理|会办|夜查|夜访|督阵|会商|接访|下访|回访|蹲守|蹲点|突查|巡[堤库河山线护]|查险|带班|抗洪|抢险|防守|组织(?:排险|抢险|救援|转移|抢修|处置|灭火|扑救)|抽检|暗查|排查|调度|摸底|会诊|踏勘|督查|视导|督学|慰问|宣誓|宣布)'
const VISITED = { gives: 'VISITED', guard: 'plain' } as const

export const visitFacts: readonly FactRule[] = [
  {
    ...VISITED,
    id: 'visit/arrives',
    says: 'Someone comes to a place; the verb says enough.',
    pattern: `(?:已到(?=${PLACES.replace('?<to>', '?:')}(?:现场|一线|指挥))|来到|赴往|到达|走进|走入|走上|登上|步入|赶到|赶往|赶赴|奔赴|抵达|抵(?=‹Place›)|深入|前往(?:[^，。；\\uE000-\\uEFFF]{2,14}，包括)?|走访|参观了?|直奔|直插|直抵|直达|直扑|现身|转赴|转往|转至|驱车前往|下沉到?|查看了?|察看了?|夜查|夜访|暗访|突查|(?:徒步|冒雨|实地|现场|突击|随机)检查|(?:检查|调研|视察|考察|督查|抽查|巡查|检视)(?=了(?!解)))(?:了|位于)?(?:[^，。；：、\\uE000-\\uEFFF]{0,6}(?:严重|较重|最重|突出|集中|重点|繁重|偏远|最远|最大)的)?(?:[\\u4e00-\\u9fff]{2,10}——)?${PLACES}`,
    confidence: 0.95,
    yes: ['3月2日上午，省长【李平】来到【永春县】，检查春耕情况。'],
    no: ['省长李平要求工作组赶赴永春县。', '省长李平原计划前往永春县。'],
  },
  {
    ...VISITED,
    id: 'visit/on-duty',
    says: 'Someone goes to a place to look into something there.',
    pattern: `(?:赴|(?<![年月以带原未将本历从近后过出起上下往归回])来(?=‹Place›|我[市县区镇乡]‹Place›)|蹲点|(?<![达得见受遭收看听感想谈提做遇碰找直不未])到|(?<=‹Person›(?:‹Post›|同志)?(?:一行)?(?:带队|率队|带领[^，。；]{2,16})?)至|去了?|先后在|分别在)${PLACES}(?:${PURPOSE}|(?:对|就|围绕)[^，。；：]{2,24}?(?:开展|进行)[^，。；：]{0,6}?‹Campaign›)`,
    confidence: 0.95,
    yes: ['省长【李平】到【永春县】检查春耕情况。'],
    no: ['省长李平到永春县任职。', '省长李平要求到永春县检查春耕。'],
  },
  {
    ...VISITED,
    id: 'visit/and-there',
    says: 'Someone goes to a place; what for is said in the next clause.',
    pattern: `(?:赴|(?<=‹Person›(?:‹Post›|同志)?(?:一行)?(?:带队|率队)?)至|(?<![达得见受遭收看听感想谈提做遇碰找直不未])到)${PLACES}(?:[两三四五六七八九十\\d]{1,2}个?[省市县区州地])?${MORE}，(?:(?:在|先后|实地|深入|就|对|通过|走|听|看|现场|详细|并|突击|随机|带队|重点|仔细|分别|逐一|沿)[^。；：！？\\n]{0,64}?)?(?:调研|检查|督查|督导|查看|察看|看望|慰问|走访|听取|了解|视察|指导|检视|巡查|暗访|抽查)`,
    confidence: 0.94,
    yes: ['省长【李平】赴【永春县】，在田间听取春耕汇报。'],
    no: ['省长李平赴永春县，参加婚礼。'],
  },
  {
    ...VISITED,
    id: 'visit/works-in',
    says: 'Someone looks into something in a place.',
    pattern: `在${PLACES}(?:等地?|[、和及](?:有关|相关|部分|当地|一些|周边)[^，。；‹›\\uE000-\\uEFFF]{2,8}?)?(?:实地|专题|现场|就[^，。；]{2,20}?|深入[^，。；]{0,10}?)?(?:(?:进行|开展)(?:‹Campaign›|[^，。；\\uE000-\\uEFFF]{0,14}?(?:调研|检查|督查|督导|执法检查))|(?:进行|开展)?(?:调研|检查|考察|视察|督导|督查|督察|督办|督战|看望|慰问|察看|查看|暗访|夜查|走访|指导|指挥|坐镇|抽查|随机检查))`,
    confidence: 0.95,
    yes: ['省长【李平】3月2日至3日在【永春县】调研春耕。'],
    no: ['省长李平在永春县召开的会议上讲话。'],
  },
  {
    ...VISITED,
    id: 'visit/works-on',
    says: 'Someone takes a team through a place.',
    pattern: `(?<=带队|率队|一行|带领[^，。；]{2,12}|带人)对${PLACES}[^，。；：‹Meeting›‹Directive›]{0,14}?(?:开展|进行)[^，。；]{0,12}?(?:检查|夜查|暗访|督查|督导|调研|巡查|抽查|走访|突查)`,
    words: ['对'],
    confidence: 0.94,
    yes: ['省长【李平】带队对【永春县】的加油站开展夜查。'],
    no: ['省长李平带队对永春县提出表扬。'],
  },
  {
    ...VISITED,
    id: 'visit/there',
    says: 'A sentence that opens with a place tells what the one who travels does there.',
    pattern: `(?<=^|[。；])(?:在|走进|来到|步入|登上|走上|深入|走访|前往|抵达|到达?)${PLACES}${MORE}，`,
    confidence: 0.93,
    yes: ['省长李平来到永春县。在【永春县东湖码头】，【李平】详细询问船只情况。'],
    no: ['在永春县东湖码头，记者见到了李平。'],
  },
  {
    ...VISITED,
    id: 'visit/here',
    says: 'Someone comes to the place that the sentence before opens with.',
    pattern: '(?:来到|走进|到)(?:了)?这里(?=，|。|调研|考察|检查|看望|视察)',
    words: ['这里'],
    confidence: 0.92,
    yes: ['【永春县东湖社区】住着三百户居民。省长【李平】来到这里，询问收入情况。'],
    no: ['永春县东湖社区住着三百户居民。记者来到这里。'],
  },
  {
    ...VISITED,
    id: 'visit/scene',
    says: 'Someone goes to the scene of the accident.',
    pattern:
      '(?:赶赴|赶到|赶往|奔赴|抵达|到达|前往|赴|来到|亲临|赶至|直奔|深入|(?<=连夜|第一时间|随即|立即|迅速|当晚|当即|紧急)到)(?:了)?(?:事故|事发|火灾|灾害|救援|抢险|一线|第一|‹Accident›)*(?:现场|事发地|灾区|震区|出事地点)',
    words: ['现场', '事发地', '灾区', '震区', '出事地点'],
    confidence: 0.93,
    yes: ['3月2日，永春县东湖镇发生一起较大火灾事故，3人死亡。县长【李平】赶赴现场。'],
    no: ['县长李平要求有关人员赶赴现场。'],
  },
  {
    ...VISITED,
    id: 'visit/along',
    says: 'Others go along with the one who travels.',
    pattern:
      '(?:一同|一道|一起|共同|随同|陪同)(?:参加|去的?)?(?:了)?(?:上述活动|活动|有关活动)?(?:调研|检查|考察|督查|督导|慰问|前往)?(?=[，。；、\\n]|$)|参加(?:了)?(?:上述活动|活动|有关活动|调研|检查|考察|督查|督导|慰问)?(?=[，。；\\n]|$)|到场[^，。；]{0,6}(?:指导|参加)|同行的?(?:还)?有',
    words: ['一同', '一道', '一起', '共同', '随同', '陪同', '参加', '到场', '同行'],
    confidence: 0.9,
    yes: [
      '省长李平来到永春县，检查春耕情况。副省长【孟岩】一同检查。',
      '省长李平来到【永春县】检查春耕；同行的有副省长【孟岩】。',
    ],
    no: ['省长李平主持会议。副省长孟岩参加。'],
  },
]
