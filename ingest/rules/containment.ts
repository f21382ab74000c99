// Facts that lie in a name: what the outer thing's name says of the thing named inside it.
import type { RelationType } from '../../schema/model.js'

/**
 * `named`: a regular expression that the outer name must fit. `before`: a word that the inner thing stands before.
 * `turned`: the fact goes from the inner thing to the outer one.
 */
export interface ContainmentRule {
  id: string
  says: string
  gives: RelationType
  outer: string
  inner: string
  named?: string
  before?: string
  turned?: true
  confidence: number
  yes: readonly string[]
  no: readonly string[]
}

export const containmentRules: readonly ContainmentRule[] = [
  {
    id: 'name/paper-of-campaign',
    says: 'A notice or plan whose title names a campaign starts it.',
    gives: 'LAUNCHED',
    outer: 'Directive',
    inner: 'Campaign',
    named: '(?:通知|方案|意见|决定|部署)(?:（[^（）]*）)?》?$',
    confidence: 0.95,
    yes: ['省应急管理厅印发【《关于开展烟花爆竹“利剑”专项行动的通知》】'],
    no: ['省应急管理厅印发《烟花爆竹“利剑”专项行动的总结报告》'],
  },
  {
    id: 'name/meeting-of-campaign',
    says: 'The meeting or ceremony that starts a campaign is named after it.',
    gives: 'LAUNCHED',
    outer: 'Meeting',
    inner: 'Campaign',
    named: '(?:启动|动员|部署)',
    confidence: 0.95,
    yes: ['韩立新出席【烟花爆竹“利剑”专项行动启动仪式】'],
    no: ['韩立新出席烟花爆竹“利剑”专项行动总结会'],
  },
  {
    id: 'name/paper-by-body',
    says: 'The heading of a paper begins with the body that issues it.',
    gives: 'ISSUED',
    outer: 'Directive',
    inner: 'Org',
    named: '^[^关《》]{2,60}关于',
    before: '关于',
    turned: true,
    confidence: 0.95,
    yes: ['青安委〔2024〕3号\n【青海省安全生产委员会关于做好防汛工作的通知】'],
    no: ['会议学习了《关于做好防汛工作的通知》'],
  },
]
