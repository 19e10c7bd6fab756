import { areaChanges, COUNTIES, MUNICIPALITIES, nameHistory } from '@jamvikt/domain'

/** A place whose code stands for another area from a year on. */
export interface AreaBreak {
  readonly code: string
  readonly name: string
  readonly year: number
  /** Names of the places that gave or got what changed hands. */
  readonly others: readonly string[]
}

const TODAY: ReadonlyMap<string, string> = new Map(
  [...COUNTIES, ...MUNICIPALITIES].map(({ code, name }) => [code, name]),
)

/**
 * The breaks that a series of these places has: years in which the area of a code changed, with figures on both sides.
 * @param periods such as `1998` or `1998K1`
 */
export function areaBreaks(codes: readonly string[], periods: readonly string[]): readonly AreaBreak[] {
  const years = periods.flatMap((period) => /^\d{4}/.exec(period)?.[0] ?? []).map(Number)
  if (years.length < 2) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return codes.flatMap((code) =>
    areaChanges(code)
      .filter(({ year }) => first < year && year <= last)
      .map(({ year, others }) => ({ code, name: nameOf(code), year, others: others.map(nameOf) })),
  )
}

function nameOf(code: string): string {
  return TODAY.get(code) ?? nameHistory(code).at(-1)?.name ?? code
}
