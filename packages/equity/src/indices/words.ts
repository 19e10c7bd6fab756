import { speaker } from '../words/speaker.ts'
import type { ScoredUnit } from './gap-corrected-metric.ts'
import type { RankedUnit, RankIndex } from './mean-rank-index.ts'

/** What can be said of an index. */
export type IndexSentence =
  | {
      readonly key: 'indices.rank'
      readonly params: {
        readonly unit: string
        readonly index: number
        readonly place: number
        readonly units: number
        readonly missing: number
      }
    }
  | {
      readonly key: 'indices.metric'
      readonly params: {
        readonly unit: string
        readonly index: number
        readonly lowest: string
        readonly lowestScore: number
        readonly missing: number
      }
    }
  | {
      readonly key: 'indices.insufficient'
      readonly params: { readonly unit: string; readonly missing: number }
    }
  | { readonly key: 'indices.version'; readonly params: { readonly id: string; readonly version: string } }

/**
 * A unit's place in words.
 *
 * @param all the index that the unit stands in
 * @example rankSentence(meanRankIndex(ranking, units).units[0], meanRankIndex(ranking, units))
 */
export function rankSentence({ unit, index, place, missing }: RankedUnit, all: RankIndex): IndexSentence {
  if (index === null || place === null) {
    return { key: 'indices.insufficient', params: { unit, missing: missing.length } }
  }
  const units = all.units.filter((other) => other.index !== null).length
  return { key: 'indices.rank', params: { unit, index, place, units, missing: missing.length } }
}

/**
 * In words.
 *
 * @example metricSentence(gapCorrectedIndex(definition, [{ unit: 'Dalarna', values: { work: { women: 60, men: 80 } } }]).units[0])
 */
export function metricSentence({ unit, index, domains, missing }: ScoredUnit): IndexSentence {
  const [lowest] = domains.toSorted((a, b) => (a.score ?? 101) - (b.score ?? 101))
  if (index === null || !lowest || lowest.score === null) {
    return { key: 'indices.insufficient', params: { unit, missing: missing.length } }
  }
  const params = { unit, index, lowest: lowest.id, lowestScore: lowest.score, missing: missing.length }
  return { key: 'indices.metric', params }
}

/**
 * In words.
 *
 * @example sayIndex(versionSentence(definition), 'en')
 */
export function versionSentence(definition: {
  readonly id: string
  readonly version: string
}): IndexSentence {
  return { key: 'indices.version', params: { id: definition.id, version: definition.version } }
}

const lackSv = (missing: number) =>
  missing === 0 ? '' : missing === 1 ? ' En indikator saknas.' : ` ${missing} indikatorer saknas.`
const lackEn = (missing: number) =>
  missing === 0 ? '' : missing === 1 ? ' One indicator is missing.' : ` ${missing} indicators are missing.`

/** Writes what is said of an index in Swedish or English. */
export const sayIndex = speaker<IndexSentence>({
  sv: {
    'indices.rank': ({ unit, index, place, units, missing }, f) =>
      `${unit} har medelrang ${f.number(index, 1)} och ligger på plats ${f.number(place, 1)} av ${f.number(units, 0)}; rangen visar ordning, inte avstånd.${lackSv(missing)}`,
    'indices.metric': ({ unit, index, lowest, lowestScore, missing }, f) =>
      `${unit} har ${f.number(index, 1)} på en skala från 1 till 100; lägst är området ${lowest} med ${f.number(lowestScore, 1)}. Talet väger samman skillnad och nivå.${lackSv(missing)}`,
    'indices.insufficient': ({ unit, missing }) =>
      `Otillräckligt underlag för ett index för ${unit}.${lackSv(missing)}`,
    'indices.version': ({ id, version }) =>
      `Indexet är ${id}, version ${version}; jämför bara inom samma version.`,
  },
  en: {
    'indices.rank': ({ unit, index, place, units, missing }, f) =>
      `${unit} has a mean rank of ${f.number(index, 1)} and is number ${f.number(place, 1)} of ${f.number(units, 0)}; ranks show order, not distance.${lackEn(missing)}`,
    'indices.metric': ({ unit, index, lowest, lowestScore, missing }, f) =>
      `${unit} has ${f.number(index, 1)} on a scale from 1 to 100; lowest is the domain ${lowest} with ${f.number(lowestScore, 1)}. The figure weighs gap and level together.${lackEn(missing)}`,
    'indices.insufficient': ({ unit, missing }) =>
      `Insufficient evidence for an index of ${unit}.${lackEn(missing)}`,
    'indices.version': ({ id, version }) =>
      `The index is ${id}, version ${version}; compare within one version only.`,
  },
})
