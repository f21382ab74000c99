// Every string the page shows, in both languages. In: a key and its values. Out: text. Captions of types come from schema/model.ts.
import { ENTITIES, RECORDS, RELATIONS } from '../../schema/model.js'

export type Lang = 'zh' | 'en'

/** `{name}` stands for a value given when the text is made. */
export const WORDS = {
  'app.title': { zh: '文图', en: 'Wentu' },
  'app.tagline': { zh: '有据可查的关系图', en: 'a graph that quotes its sources' },
  'app.skip': { zh: '跳到结果', en: 'Skip to the result' },
  'lang.other': { zh: 'EN', en: '中' },
  'lang.switch': { zh: 'English interface', en: '中文界面' },
  'theme.switch': { zh: '切换明暗', en: 'Light or dark' },
  'side.ask': { zh: '提问', en: 'Ask' },
  'side.detail': { zh: '详情', en: 'Details' },
  'side.document': { zh: '原文', en: 'Source' },
  'side.result': { zh: '结果', en: 'Result' },
  'side.fold': { zh: '收起', en: 'Fold' },
  'side.unfold': { zh: '展开', en: 'Unfold' },
  'header.total': {
    zh: '全图 {documents} 份文件 · {nodes} 个节点 · {edges} 条关系',
    en: 'In all {documents} documents · {nodes} nodes · {edges} relations',
  },
  'search.label': { zh: '搜人、机构、事故、会议、文件', en: 'Search people, bodies, accidents, meetings, papers' },
  'search.hint': { zh: '搜人、机构、事故、会议…  按 / 键', en: 'Search people, bodies, accidents…  press /' },
  'search.none': { zh: '没有找到“{text}”', en: 'Nothing found for “{text}”' },
  'search.some': { zh: '{n} 个结果，用上下键选择', en: '{n} results, choose with the arrow keys' },
  'search.alias': { zh: '又称 {name}', en: 'also {name}' },
  'search.documents': { zh: '{n} 份文件', en: '{n} documents' },
  'ask.editor': { zh: 'Cypher 查询', en: 'Cypher query' },
  'ask.hint': { zh: '写一句 Cypher，或点下面的问题', en: 'Write Cypher, or choose a question below' },
  'ask.run': { zh: '运行', en: 'Run' },
  'ask.stop': { zh: '停止', en: 'Stop' },
  'ask.limit': { zh: '上限', en: 'Limit' },
  'ask.rows': { zh: '{n} 行', en: '{n} rows' },
  'ask.examples': { zh: '试试这些问题', en: 'Try these questions' },
  'ask.overview': { zh: '回到总览', en: 'Back to the overview' },
  'keys.title': { zh: '快捷键', en: 'Keys' },
  'keys.search': { zh: '搜索', en: 'search' },
  'keys.run': { zh: '运行', en: 'run' },
  'keys.escape': { zh: '停止或关闭', en: 'stop or close' },
  'keys.views': { zh: '图、表、JSON', en: 'graph, table, JSON' },
  'keys.fit': { zh: '适应窗口', en: 'fit' },
  'keys.walk': { zh: '在节点间移动', en: 'walk between nodes' },
  'keys.expand': { zh: '展开所选', en: 'expand' },
  'keys.hide': { zh: '隐藏所选', en: 'hide' },
  'view.graph': { zh: '图', en: 'Graph' },
  'view.table': { zh: '表', en: 'Table' },
  'view.json': { zh: 'JSON', en: 'JSON' },
  'view.tabs': { zh: '结果的样式', en: 'Form of the result' },
  'result.drawn': { zh: '{nodes} 个节点 · {edges} 条关系', en: '{nodes} nodes · {edges} relations' },
  'result.rows': { zh: '{n} 行 · {ms} 毫秒', en: '{n} rows · {ms} ms' },
  'result.truncated': {
    zh: '显示前 {n} 行，后面还有。提高上限再运行可以看到更多。',
    en: 'The first {n} rows; there are more. Raise the limit and run again to see them.',
  },
  'result.partial': { zh: '这里只画出一部分，图中还有更多。', en: 'Only a part is drawn; the graph holds more.' },
  'result.overview': { zh: '总览：联系最多的 {n} 个节点', en: 'Overview: the {n} best connected nodes' },
  'result.none': { zh: '没有符合条件的结果', en: 'Nothing fits the question' },
  'result.noGraph': { zh: '结果里没有节点，请看表格', en: 'The result holds no nodes; see the table' },
  'result.noTable': { zh: '运行一个查询，这里就会有表格', en: 'Run a query and its rows are here' },
  'result.running': { zh: '正在查询，已用 {s} 秒', en: 'Asking for {s} s' },
  'result.hidden': { zh: '已隐藏 {n} 个，恢复', en: '{n} hidden, bring back' },
  'graph.label': {
    zh: '关系图，{nodes} 个节点，{edges} 条关系。用方向键在节点间移动，回车查看详情。',
    en: 'Graph of {nodes} nodes and {edges} relations. Arrow keys move between nodes, Enter opens one.',
  },
  'graph.fit': { zh: '适应窗口', en: 'Fit' },
  'graph.in': { zh: '放大', en: 'Zoom in' },
  'graph.out': { zh: '缩小', en: 'Zoom out' },
  'graph.noWebgl': {
    zh: '这个浏览器不能画图（缺少 WebGL），请用表格查看。',
    en: 'This browser cannot draw the graph (no WebGL); use the table.',
  },
  'legend.title': { zh: '图例，点击隐藏或显示', en: 'Legend; click to hide or show' },
  'legend.loops': { zh: '自环 {n}', en: 'self-loops {n}' },
  'export.title': { zh: '导出', en: 'Export' },
  'export.copy': { zh: '复制', en: 'Copy' },
  'empty.graph': {
    zh: '图还是空的。在终端里运行下面的命令，把文件放进来：',
    en: 'The graph is empty. Fill it from a terminal:',
  },
  'empty.detail': {
    zh: '点一个节点看它的资料，点一条线看是哪句原文这样说的。双击节点展开邻居。',
    en: 'Click a node for what is known of it, or a line for the sentences that say it. Double-click a node to expand it.',
  },
  'node.properties': { zh: '属性', en: 'Properties' },
  'node.aliases': { zh: '又称', en: 'Also' },
  'node.relations': { zh: '图中的关系（{n}）', en: 'Relations drawn ({n})' },
  'node.expand': { zh: '展开邻居', en: 'Expand' },
  'node.expandType': { zh: '展开：{type}（{n}）', en: 'Expand {type} ({n})' },
  'node.expandHint': { zh: '按关系展开', en: 'Expand by relation' },
  'node.hide': { zh: '隐藏', en: 'Hide' },
  'node.open': { zh: '打开文件', en: 'Open the document' },
  'node.documents': { zh: '见于 {n} 份文件', en: 'in {n} documents' },
  'node.unknown': { zh: '（未返回）', en: '(not returned)' },
  'edge.sources': { zh: '{n} 处原文 · {documents} 份文件', en: '{n} sentences · {documents} documents' },
  'edge.none': { zh: '这条关系没有原文记录。', en: 'No sentence is kept for this relation.' },
  'edge.more': { zh: '原文很多，这里是最新的一部分。', en: 'There are many sentences; these are the newest.' },
  'edge.former': { zh: '曾经', en: 'formerly' },
  'edge.since': { zh: '自 {date}', en: 'since {date}' },
  'edge.until': { zh: '至 {date}', en: 'until {date}' },
  'edge.open': { zh: '在文件中查看', en: 'See it in the document' },
  'evidence.rule': { zh: '规则', en: 'Rule' },
  'evidence.confidence': { zh: '可信度', en: 'Confidence' },
  'confidence.high': { zh: '高', en: 'high' },
  'confidence.middle': { zh: '中', en: 'middling' },
  'confidence.low': { zh: '低', en: 'low' },
  'document.undated': { zh: '无日期', en: 'undated' },
  'document.untitled': { zh: '无标题', en: 'untitled' },
  'document.mentions': { zh: '提到 {n} 处', en: '{n} mentions' },
  'document.link': { zh: '原网页', en: 'Web page' },
  'panel.close': { zh: '关闭', en: 'Close' },
  'wait.loading': { zh: '正在读取…', en: 'Reading…' },
  'error.title': { zh: '没有成功', en: 'That did not work' },
  'error.query': { zh: '查询写得不对', en: 'The query is not right' },
  'error.denied': { zh: '这里只能读，不能写', en: 'Here the graph can be read, not written' },
  'error.store': { zh: '数据库没有回应', en: 'The database did not answer' },
  'error.usage': { zh: '请求不完整', en: 'The request is not complete' },
  'error.input': { zh: '内容有误', en: 'The content is not right' },
  'error.refused': { zh: '请重新打开终端里打印的地址', en: 'Open the address printed in the terminal again' },
  'error.broken': { zh: '服务器出错了', en: 'The server met an error' },
  'error.offline': {
    zh: '连不上服务器，它可能已停止。重新运行 wentu console。',
    en: 'The server cannot be reached; run wentu console again.',
  },
  'error.timeout': { zh: '查询超时，请加上条件或 LIMIT', en: 'The query took too long; narrow it or add LIMIT' },
  'error.stopped': { zh: '已停止', en: 'Stopped' },
} as const satisfies Record<string, Record<Lang, string>>

export type Word = keyof typeof WORDS

/** Says a thing in a language; numbers are grouped as that language does. */
export function say(lang: Lang, word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[word][lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? value.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en') : (value ?? '')
  })
}

const CAPTIONS: Readonly<Record<string, Record<Lang, string>>> = Object.fromEntries(
  [...Object.entries(ENTITIES), ...Object.entries(RECORDS), ...Object.entries(RELATIONS)].map(([type, row]) => [
    type,
    row.caption,
  ]),
)

/** The caption of a node's or relationship's type; a type that the model does not know keeps its own name. */
export function captionOf(lang: Lang, type: string): string {
  return (Object.hasOwn(CAPTIONS, type) ? CAPTIONS[type]?.[lang] : undefined) ?? type
}
