// Two descriptors of one type -> same, different or unsure, by the rule of the type; and the block in which a thing is looked for.
import type { EntityType } from '../../schema/model.js'
import * as accident from './accident.js'
import * as campaign from './campaign.js'
import { type Descriptor, different, type Judgement } from './descriptor.js'
import * as directive from './directive.js'
import * as group from './group.js'
import * as meeting from './meeting.js'
import * as organization from './organization.js'
import * as person from './person.js'
import * as place from './place.js'
import * as post from './post.js'
import * as province from './province.js'

interface Rule {
  judge: (a: Descriptor, b: Descriptor) => Judgement
  block: (d: Descriptor) => string
}

const RULES: Record<EntityType, Rule> = {
  Person: person,
  Post: post,
  Organization: organization,
  Group: group,
  Province: province,
  Place: place,
  Accident: accident,
  Meeting: meeting,
  Directive: directive,
  Campaign: campaign,
}

/** Whether two descriptors are of one thing. Symmetric; two equal descriptors are never different. */
export function judge(a: Descriptor, b: Descriptor): Judgement {
  return a.type === b.type ? RULES[a.type].judge(a, b) : different(`a ${a.type} is no ${b.type}`)
}

/** Only things of one block are compared. Two descriptors of one thing fall into one block. */
export function blockOf(d: Descriptor): string {
  return `${d.type} ${RULES[d.type].block(d)}`
}
