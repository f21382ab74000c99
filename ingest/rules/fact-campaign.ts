// Who starts, orders or plans a campaign.
import type { FactRule } from '../facts.js'

export const campaignFacts: readonly FactRule[] = [
  {
    id: 'campaign/started-by-body',
    says: 'A body starts or orders the campaign.',
    gives: 'LAUNCHED',
    pattern: `‹Org=from›[^。；‹Org|Person|Meeting›]{0,60}?(?:决定|启动|部署|组织开展|开展|发起)[^。；‹Org|Person|Meeting›]{0,30}?‹Campaign=to›`,
    unless: '获悉|了解到|决策部署|部署要求|工作部署|推进|情况|期间|落实|要求|配合|深化|《',
    confidence: 0.93,
    yes: ['【青海省安委会】决定在全省开展【烟花爆竹安全“利剑”专项行动】'],
    no: ['【青海省安委会】通报了【烟花爆竹安全“利剑”专项行动】情况'],
  },
  {
    id: 'campaign/ordered-at-meeting',
    says: 'The meeting orders the campaign.',
    gives: 'LAUNCHED',
    pattern: `(?<!‹Org›[^。；‹Meeting›]{0,40})(?:决定|立即开展|全面开展|集中开展|组织开展|要开展)[^。；‹Org|Person|Campaign›]{0,40}?‹Campaign=to›`,
    supply: { from: 'Meeting' },
    confidence: 0.93,
    yes: ['省安委会召开全省消防工作会议。会议决定立即开展【烟花爆竹安全“利剑”专项行动】'],
    no: ['省安委会召开全省消防工作会议。会议通报了烟花爆竹安全“利剑”专项行动情况'],
  },
  {
    id: 'campaign/planned-at-meeting',
    says: 'The meeting plans the campaign or calls for it.',
    gives: 'LAUNCHED',
    pattern: `对(?:在[^，。；]{1,8})?(?:组织)?(?:开展)?‹Campaign=to›[^。；，]{0,10}(?:进行|作出|作了?)[^。；，]{0,10}?(?:部署|动员|安排)`,
    supply: { from: 'Meeting' },
    confidence: 0.95,
    yes: ['省安委会召开全省消防工作会议，对【烟花爆竹安全“利剑”专项行动】进行部署'],
    no: ['省安委会召开全省消防工作会议。与会人员观看了烟花爆竹安全“利剑”专项行动短片'],
  },
]
