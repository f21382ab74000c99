// Offices: what stands before a role word and belongs to it.
import type { MentionRule } from '../match.js'

export const postRules = [
  {
    id: 'post/body-role',
    kind: 'Post',
    says: 'An office is a body or region followed by a role.',
    pattern: '(?<former>时任|原|前)?(?<body>‹Org›|(?:‹Place›)+)(?<unit>[\\u4e00-\\u9fff]{0,8}?)(?<role>‹Role›)',
    unless: '[的在和与了等，对向将是为]',
    yes: ['【应急管理部副部长】宋元明', '【山西省省长】金湘军'],
    no: ['应急管理部的有关负责同志'],
  },
  {
    id: 'post/role-alone',
    kind: 'Post',
    says: 'A role named without its body, which the document supplies.',
    pattern: '(?<former>时任|原|前)?(?<role>‹Role›)',
    yes: ['【省长】金湘军'],
    no: ['领导干部'],
  },
] as const satisfies readonly MentionRule[]
