// An accident of one document -> its key: day, province and family of kinds; for those of which a day sees many, also town or core.
import type { Entity } from '../../schema/fact.js'
import { type AccidentProfile, readAccident } from './accident.js'
import { familyOf } from './accident-words.js'
import { plain } from './plain.js'
import { describe, type Setting } from './setting.js'

const GRAVE = /特别重大|重大|较大/u
const GRAVE_DEATHS = 3
/** Families of which one province sees several on a day. */
const FREQUENT = /交通|^$|高处坠落|触电|机械伤害|物体打击|淹溺/u
/** Of one province, one day sees one. */
const NATURAL = /地震|台风|^地质$|暴雨|洪涝/u

/** Undefined where the document does not say enough to know the accident again. */
export function keyOfAccident(entity: Entity, setting: Setting): string | undefined {
  const profile = readAccident(describe(entity, setting.beside(entity, 'OCCURRED_IN', 'from')))
  const typhoon = /台风["“]?([\u4e00-\u9fff]{2,6}?)["”]?$/u.exec(plain(entity.name))?.[1]
  if (typhoon) return `台风|${typhoon}|${profile.date?.slice(0, 4) ?? setting.year ?? ''}`
  if (profile.date?.length !== 10) return undefined
  const family = familyOf(profile.kind)
  // “3·8”爆炸事故 in a document that speaks of one province is that province's.
  const around = new Set(setting.divisions.map((d) => d.province))
  const own = profile.provinces.size ? profile.provinces : profile.tagged && around.size === 1 ? around : new Set()
  const region = [...own].sort().join(' ')
  if (!region) return `${profile.date}|${family}|${plain(entity.name)}`
  const base = `${profile.date}|${region}|${family}`
  if (NATURAL.test(family) || (isGrave(entity, profile) && !FREQUENT.test(family))) return base
  if (profile.tagged && family) return base
  const town = [...profile.prefectures].sort()[0] ?? ''
  if (isGrave(entity, profile)) return `${base}|${town || (profile.cores[0] ?? plain(entity.name))}`
  // Small ones are known by their site; two texts that say it differently make two nodes.
  const county = [...profile.counties].sort()[0] ?? town
  return `${base}|${county}|${profile.cores[0] ?? plain(entity.name)}`
}

function isGrave({ attrs }: Entity, { tagged }: AccidentProfile): boolean {
  return tagged || GRAVE.test(String(attrs.severity ?? '')) || Number(attrs.deaths ?? 0) >= GRAVE_DEATHS
}
