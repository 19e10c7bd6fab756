import fc from 'fast-check'

/** Every number in an answer that is not finite, as a path. */
export function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${value}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => notFinite(part, `${path}.${name}`))
}

/** Numbers of 0 or more, among them the smallest and nearly the largest there are. */
export const extremes = fc.constantFrom(
  0,
  0,
  1,
  2,
  3,
  0.1,
  5e-324,
  1e-310,
  1e-200,
  1e-30,
  1e6,
  1e15,
  1e100,
  1e200,
  1.7e308,
)
