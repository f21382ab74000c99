// A thing of one document -> the key under which other documents know it again, by the normal forms of its type.
// Where the document does not say enough, the key holds the document's id: two nodes rather than one for two things.
import type { Entity } from '../../schema/fact.js'
import type { EntityType } from '../../schema/model.js'
import { keyOfAccident } from './accident-key.js'
import { readCampaign, YEARLY } from './campaign.js'
import { several } from './descriptor.js'
import { readDirective, sufficient } from './directive.js'
import { readGroup } from './group.js'
import { isSeries, readMeeting } from './meeting.js'
import { type Body, keyOfBody, readBody } from './organization.js'
import { isCall, letters } from './person.js'
import { keyOfSite, readSite } from './place.js'
import { plain } from './plain.js'
import { keyOfOffice, readOffice } from './post.js'
import { provinceNamed } from './province.js'
import { before, describe, type Setting, soleOf } from './setting.js'

type Key = (entity: Entity, setting: Setting) => string

const KEYS: Record<EntityType, Key> = {
  Person: ({ name }, setting) => (isCall(name) ? alone(name, setting) : letters(name)),
  Post: keyOfPost,
  Organization: ({ name }, setting) => keyOfBody(bodyHere(name, setting)) ?? alone(name, setting),
  Group: keyOfGroup,
  Province: ({ name }) => provinceNamed(name) ?? plain(name),
  Place: keyOfPlace,
  Accident: (entity, setting) => keyOfAccident(entity, setting) ?? alone(entity.name, setting),
  Meeting: keyOfMeeting,
  Directive: keyOfDirective,
  Campaign: keyOfCampaign,
}

/** The key of an entity; equal keys of one type are one thing in the graph. */
export function keyOf(entity: Entity, setting: Setting): string {
  return KEYS[entity.type](entity, setting)
}

/** A name that only its own document understands. */
function alone(name: string, { document }: Setting): string {
  return `${plain(name)} @ ${document.id}`
}

/** Whether a key says that no other document can mean the thing. */
export function isAlone(key: string, { document }: Setting): boolean {
  return key.endsWith(` @ ${document.id}`)
}

/** A body as the document means it: namesakes of its region settled by the places that it names. */
function bodyHere(name: string, setting: Setting): Body {
  const body = readBody(name)
  const sole = body.regions.length > 1 ? soleOf(body.regions, setting) : undefined
  return sole ? { ...body, regions: [sole] } : body
}

function keyOfPost({ name }: Entity, setting: Setting): string {
  const office = readOffice(name)
  if (!office.body) return keyOfOffice(office) ?? alone(name, setting)
  const sole = office.body.regions.length > 1 ? soleOf(office.body.regions, setting) : undefined
  return keyOfOffice(sole ? { ...office, body: { ...office.body, regions: [sole] } } : office) ?? alone(name, setting)
}

/** Lands and waters that no two places are named after. */
const NATURE = /(?:[山江河湖海岛洋湾]|高原|盆地|平原|半岛|流域|海峡|三角洲)$/u

function keyOfPlace(entity: Entity, setting: Setting): string {
  const site = readSite(entity.name)
  if (site.divisions.length) {
    const over = before(entity, setting)
    const fitting = site.divisions.filter((d) => over.some((o) => d.path.startsWith(`${o.path}/`)))
    const sole = fitting.length === 1 ? fitting[0] : soleOf(site.divisions, setting)
    return keyOfSite(sole ? { ...site, divisions: [sole] } : site) ?? alone(entity.name, setting)
  }
  const over = before(entity, setting)
  const counties = setting.divisions.filter((d) => d.level === 'x')
  const sole = over.length === 1 ? over[0] : counties.length === 1 ? counties[0] : undefined
  if (sole) return `${sole.path}|${site.rest}`
  return NATURE.test(site.rest) ? site.rest : alone(entity.name, setting)
}

/** A meeting is known by its day, by whose it is, and by the core of its name; a session by its numbers. */
function keyOfMeeting(entity: Entity, setting: Setting): string {
  const bodies = setting.beside(entity, 'HELD_BY', 'from').map(({ name }) => name)
  const said = readMeeting({ ...describe(entity), held_by: bodies })
  const owner = said.owner ?? homeOf(said.scope, setting)
  if (said.term && said.session && said.by.length) return `${said.by[0]}|${said.term}|${said.session}|${said.core}`
  const series = isSeries(said.core)
  if (series && (said.term || said.session)) return `${said.core}|${said.term ?? ''}|${said.session ?? ''}`
  if (series && /\d{4}年/u.test(entity.name) && said.year) return `${said.core}|${said.year}`
  const general = said.core.length <= 5
  if (said.date?.length === 10 && owner)
    return `${said.date}|${owner}|${general ? (said.by[0] ?? entity.name) : ''}|${said.core}`
  if (said.year && said.session && said.by.length) return `${said.year}|${said.by[0]}|${said.session}|${said.core}`
  return alone(entity.name, setting)
}

/** 全省, 全市 …: the one province, the one city that the document names. */
function homeOf(scope: string | undefined, setting: Setting): string | undefined {
  const level = scope && /省|自治区/u.test(scope) ? 'p' : undefined
  const found = level ? setting.divisions.filter((d) => d.level === level) : []
  return found.length === 1 ? found[0]?.path : undefined
}

/** Sorts of team that are sent once a year, so that number and year tell them. */
const SENT_YEARLY = /考核巡查/u

function keyOfGroup(entity: Entity, setting: Setting): string {
  const said = readGroup(describe(entity))
  const sender = (said.body && keyOfBody(said.body)) ?? said.region
  const year = said.year ?? setting.year
  if (!sender) return alone(entity.name, setting)
  if (said.number && year) {
    const task = SENT_YEARLY.test(said.sort) ? '' : said.task
    return `${sender}|${said.sort}|${task}|${said.number}|${year}`
  }
  const accident = setting.beside(entity, 'RESPONDED_TO', 'from')[0]
  const about = accident && keyOfAccident(accident, setting)
  if (about) return `${sender}|${said.sort}|${about}`
  if (said.task.length < 4 || !year) return alone(entity.name, setting)
  return `${sender}|${said.sort}|${said.task}|${said.sort === '领导' ? '' : year}`
}

function keyOfDirective(entity: Entity, setting: Setting): string {
  const issuers = setting.beside(entity, 'ISSUED', 'to').map(({ name }) => name)
  const said = readDirective({ ...describe(entity), issuer: issuers })
  const issuer = several(said.issuers)
    .flatMap((name) => keyOfBody(bodyHere(name, setting)) ?? [])
    .sort()[0]
  if (said.number) return said.number
  if (said.sort === 'title') {
    if (sufficient(said.core)) return said.core
    return issuer
      ? `${issuer}|${said.core}|${said.date?.slice(0, 4) ?? setting.year ?? ''}`
      : alone(entity.name, setting)
  }
  if (!issuer) return alone(entity.name, setting)
  const accident = setting.beside(entity, 'RESPONDED_TO', 'from')[0]
  const about = accident && keyOfAccident(accident, setting)
  if (about) return `${issuer}|${said.kind}|${about}`
  // A leader's body of thought stands; an instruction is of its time.
  if (/论述|思想|精神/u.test(said.kind)) return `${issuer}|${said.kind}|${said.core}`
  const when = said.date ?? setting.document.date?.slice(0, 7)
  return when ? `${issuer}|${said.kind}|${said.core}|${when.slice(0, 7)}` : alone(entity.name, setting)
}

function keyOfCampaign(entity: Entity, setting: Setting): string {
  const launchers = setting.beside(entity, 'LAUNCHED', 'to').filter((e) => e.type === 'Organization')
  const said = readCampaign({ ...describe(entity), issuer: launchers.map(({ name }) => name) })
  const named = /20\d{2}/u.test(entity.name)
  const owner = said.owner ?? homeOf(said.scope, setting)
  if (said.scope && !owner) return alone(entity.name, setting)
  if (!owner && !named && said.core.length < 7) return alone(entity.name, setting)
  // 全国 and nothing are one here: what is not said to be of a region is of the country.
  const of = owner === '全国' || !owner ? '' : owner
  const yearly = named || said.core.length < 7 || YEARLY.test(said.core)
  return `${said.core}|${of}|${yearly ? (said.year ?? setting.year ?? '') : ''}`
}
