import type { StatDimension } from '@jamvikt/tables'
import type { FetchRefusal } from './model-fetch.ts'

const NAMED = 10

/**
 * What differs in structure between the latest version and a table that was fetched again: dimensions, their roles and
 * their codes. Periods may come, and the first ones may go; their order and all texts may change.
 * @returns `structure-changed` with what came (+) and went (−); `null` where nothing did
 * @example structureChange(latest.parts.dimensions, fetched.parts.dimensions)
 */
export function structureChange(
  before: readonly StatDimension[],
  after: readonly StatDimension[],
): FetchRefusal | null {
  const ids = (dimensions: readonly StatDimension[]) => dimensions.map(({ id, role }) => `${id} (${role})`)
  const dimensions = differences(ids(before), ids(after))
  if (dimensions.length > 0) return changed(undefined, dimensions)
  for (const dimension of before) {
    const now = after.find(({ id }) => id === dimension.id)
    if (now === undefined || dimension.role === 'time') continue
    const codes = differences(codesOf(dimension), codesOf(now))
    if (codes.length > 0) return changed(dimension.id, codes)
  }
  return null
}

function codesOf({ categories }: StatDimension): readonly string[] {
  return categories.map(({ code }) => code)
}

function differences(before: readonly string[], after: readonly string[]): readonly string[] {
  const [was, is] = [new Set(before), new Set(after)]
  return [
    ...after.filter((code) => !was.has(code)).map((code) => `+${code}`),
    ...before.filter((code) => !is.has(code)).map((code) => `−${code}`),
  ]
}

function changed(keyword: string | undefined, codes: readonly string[]): FetchRefusal {
  const named = codes.slice(0, NAMED).map((code) => code.slice(0, 60))
  const detail = named.join(', ') + (codes.length > NAMED ? ' …' : '')
  return { ok: false, reason: 'structure-changed', keyword, detail }
}
