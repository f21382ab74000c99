// Who issued which directive.
import type { FactRule } from '../facts.js'

/** 于昨日, 就某事, 针对…问题: what stands between an issuer and the verb. */
const WHEN =
  '(?:于‹Date›|向(?:‹Place|Org›|等|[、和有关地各相市县]){1,12}|‹Date›|近日|日前|已经?|先后|联合|专门|正式|修订|新修订|连夜|随即|也|又|还|及安委会|前期|当日|当天|同步|及时|首次|再次|为此|迅速|抓紧|组织|研究|牵头|会同‹Org›|(?:就|针对|围绕|根据|按照|结合)[^，。；‹Org›‹Person›]{1,30}?，?){0,4}'
const ISSUE = '(?:印发|下发|发布|出台|制定|签发|签署|公布|发出|颁布|转发|发文|推出|起草|印了个?|发了个?|出了个?)'

export const directiveFacts: readonly FactRule[] = [
  {
    id: 'directive/instruction-by',
    says: 'The person gives the instruction.',
    gives: 'ISSUED',
    pattern: '‹Person=from›[^。；]{0,60}?‹Directive=to›',
    words: ['指示', '批示', '要求'],
    guard: 'plain',
    own: true,
    confidence: 0.96,
    yes: ['5月3日，远山煤矿发生瓦斯爆炸事故，6人死亡。省长【韩立新】立即作出【批示】'],
    no: ['省长韩立新召开会议，传达学习省委书记孙玉成关于防汛工作的报告'],
  },
  {
    id: 'directive/issued-by-body',
    says: 'A body prints or sends out a titled paper.',
    gives: 'ISSUED',
    pattern: `‹Org=from›(?:[、和及]‹Org›|等(?:\\d{1,2}|[一二三四五六七八九十]{1,3})?个?(?:部门|单位))?${WHEN}${ISSUE}[了的]?(?:‹-8›)?‹Directive=to›`,
    confidence: 0.96,
    yes: ['【青海省应急管理厅】印发【《关于做好防汛工作的通知》】'],
    no: ['【青海省应急管理厅】学习【《关于做好防汛工作的通知》】'],
  },
  {
    id: 'directive/issued-several',
    says: 'A body sends out some papers, told one by one after their number.',
    gives: 'ISSUED',
    pattern: `‹Org=from›${WHEN}(?:连发|连续|接连|一并)?(?:${ISSUE}|发|连发)了?[^。；‹Org›‹Directive›]{0,16}(?:文件|通知|方案|办法|意见|制度|规定|通报|函|材料|文)[^。；‹Org›‹Directive›]{0,8}[，：—]{1,2}[^。；‹Org›‹Directive›]{0,12}?(?<tos>‹Directive›(?:[^。；‹Org›‹Directive›]{0,14}‹Directive›){0,5})`,
    words: ['发', '定'],
    confidence: 0.93,
    yes: ['【青海省应急管理厅】连发两个文件，一个是【《关于做好防汛工作的通知》】'],
    no: ['青海省应急管理厅学习两个文件，一个是《关于做好防汛工作的通知》'],
  },
  {
    id: 'directive/under-letterhead',
    says: 'The body in the head of the paper issues it.',
    gives: 'ISSUED',
    pattern: '^(?:‹Org›[ 、]?){0,3}‹Directive=to›$',
    supply: { from: 'Letterhead' },
    guard: 'plain',
    confidence: 0.93,
    yes: ['【青海省应急管理厅】文件\n青应急〔2024〕12号\n【关于做好防汛工作的通知】\n各市州应急管理局：'],
    no: ['来源：青海省应急管理厅\n青海省应急管理厅召开会议部署防汛\n关于做好防汛工作的通知'],
  },
  {
    id: 'directive/issued-by-bodies',
    says: 'Several bodies issue a titled paper together.',
    gives: 'ISSUED',
    pattern: `‹Org=from›(?:[、和及 ]‹Org›){1,6}(?:等部门)?${WHEN}${ISSUE}[了的]?(?:‹-8›)?‹Directive=to›`,
    confidence: 0.96,
    yes: ['【公安部】、应急管理部联合印发【《关于做好防汛工作的通知》】'],
    no: ['公安部、应急管理部学习《关于做好防汛工作的通知》'],
  },
  {
    id: 'directive/of-body',
    says: 'A titled paper that is passed on or followed stands right after the body whose it is.',
    gives: 'ISSUED',
    pattern:
      '(?<=(?:传达|学习|贯彻|落实|宣读|转发|解读)[^。；]{0,80}?)‹Org=from›(?:(?:近日|日前|‹Date›)?(?:印发|下发|发布|出台|制定)的)?‹Directive=to›',
    words: ['传达', '学习', '贯彻', '落实', '宣读', '转发', '解读'],
    confidence: 0.93,
    yes: ['会议传达学习了【青海省应急管理厅】【《关于做好防汛工作的通知》】'],
    no: ['会议听取了青海省应急管理厅关于《青海省消防规定》的说明'],
  },
  {
    id: 'directive/signed',
    says: 'A person signs or publishes a titled paper.',
    gives: 'ISSUED',
    pattern: `‹Person=from›(?:当场|近日|日前|‹Date›)?(?:签发|签署|公布|发布)[^。；]{0,20}?‹Directive=to›`,
    confidence: 0.95,
    yes: ['省长【韩立新】签署【《青海省消防规定》】'],
    no: ['省长韩立新宣读《青海省消防规定》'],
  },
]
