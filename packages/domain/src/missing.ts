/**
 * The five kinds of missing. Zero is the sixth state and is a value, never one of these.
 * `notAsked`: the question was not put. `noAnswer`: put, not answered. `declined`: answered with a refusal.
 * `notApplicable`: the question has no meaning here. `withheld`: known to the source, not handed over.
 */
export const MISSING_KINDS = ['notAsked', 'noAnswer', 'declined', 'notApplicable', 'withheld'] as const

export type MissingKind = (typeof MISSING_KINDS)[number]

const KINDS: ReadonlySet<unknown> = new Set(MISSING_KINDS)

/**
 * Tells whether a value is one of the five kinds of missing; zero, empty text and null are not.
 * @example isMissingKind('declined') // true
 */
export function isMissingKind(value: unknown): value is MissingKind {
  return KINDS.has(value)
}
