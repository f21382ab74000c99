// What the canvas says, and what is known of a node on it. Data: each word in both languages.

export const SEEING_WORDS = {
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
} as const
