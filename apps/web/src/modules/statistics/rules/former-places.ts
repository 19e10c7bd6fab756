import {
  bareName,
  COUNTIES,
  type DatedPlace,
  findFormerPlace,
  MUNICIPALITIES,
  nameHistory,
  sameAreaToday,
  successorsOf,
} from '@jamvikt/domain'
import type { StatDimension } from '@jamvikt/tables'
import type { Assumption } from '../model-datasets.ts'
import { nameOf } from './recognise-codes.ts'

/** What becomes of one value: its code today, or `null` where it keeps what it has. */
interface FormerPlace {
  readonly at: number
  readonly code: string | null
  readonly assumption: Assumption
}

const TODAY: ReadonlyMap<string, string> = new Map(
  [...COUNTIES, ...MUNICIPALITIES].map(({ code, name }) => [code, name]),
)

/**
 * Finds values of a dimension of places that stand under codes or names of before. One gets today’s code only where its
 * area is the same and nothing else in the dimension has the code or lays claim to it; a place that has been merged or
 * divided keeps its own, and the assumption names the places its area belongs to now, with `to` empty.
 * @returns the values found, in order
 */
export function formerPlaces(dimension: StatDimension, languages: readonly string[]): readonly FormerPlace[] {
  const found = dimension.categories.flatMap((category, at) => {
    const name = nameOf(category, languages)
    const place = formerOf(category.code, name)
    if (place === null) return []
    return [{ at, code: category.code, name, place }]
  })
  const codes = new Set(dimension.categories.map(({ code }) => code))
  const sameAreas = new Map(
    [...new Set(found.map(({ place }) => place))].map((place) => [
      place,
      sameAreaToday(place.code, place.lastYear ?? 0),
    ]),
  )
  const claims = new Map<string, number>()
  for (const { place } of found) {
    const claimed = sameAreas.get(place)?.code ?? ''
    claims.set(claimed, (claims.get(claimed) ?? 0) + 1)
  }
  return found.map(({ at, code, name, place }) => {
    const today = sameAreas.get(place) ?? null
    const isFree = today !== null && !codes.has(today.code) && claims.get(today.code) === 1
    const isByCode = place.code === code
    const now = today === null ? successorsOf(place.code, place.lastYear ?? 0) : [today.code]
    const assumption: Assumption = {
      dimension: dimension.id,
      from: isByCode && name !== code ? `${code} ${name}` : name,
      to: isFree ? today.code : '',
      label: now.map((each) => TODAY.get(each) ?? each).join(', '),
      reason: isByCode || !isFree ? 'old-code' : 'old-name',
    }
    return { at, code: isFree ? today.code : null, assumption }
  })
}

/**
 * A code of before, whose name is its own where it has one; a name of before, written without a code; or a code that is
 * still in use under the name of an area that it no longer stands for.
 */
function formerOf(code: string, name: string): DatedPlace | null {
  const byName = findFormerPlace(name)
  if (TODAY.has(code)) {
    const isOtherArea = byName?.code === code && sameAreaToday(code, byName.lastYear ?? 0) === null
    return isOtherArea ? byName : null
  }
  const byCode = nameHistory(code).findLast(({ lastYear }) => lastYear !== null)
  if (byCode === undefined) return byName
  const isOwnName = name === code || byName?.code === code || bareName(name).startsWith(bareName(byCode.name))
  return isOwnName ? byCode : null
}
