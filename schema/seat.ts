// The name of an office in, whether it has one holder at a time out.

/** 书记, 省长, 主任, 总理: the head of something. A deputy, a member, an adviser, an envoy is one of several. */
const HEAD =
  /(?<![副原助])(?:总书记|书记|[省市县区州旗盟镇乡村部委厅局署院校处科所站队馆台社会行厂矿]长|检察长|秘书长|首席执行官|主席|主任|总理|总统|首相|国王|天皇|总督|董事长|总经理|总裁|司令员|司令|政委|组长|总指挥|理事长)$/u
const SEVERAL = /副|助理|第[一二三]书记|书记处书记|主任委员会|委员长会议/u

/** Whether one person at a time holds the office. */
export function hasOneHolder(office: string): boolean {
  return HEAD.test(office) && !SEVERAL.test(office)
}
