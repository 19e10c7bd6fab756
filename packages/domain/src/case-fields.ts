import { MISSING_KINDS, type MissingKind } from './missing.ts'

/** What became of an application; the order is the code used in columnar form (0–3). */
export const OUTCOMES = ['granted', 'refused', 'withdrawn', 'pending'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The sexes a source may state; women first. What is not stated is a kind of missing. */
export const STATED_SEXES = ['women', 'men', 'other'] as const
export type StatedSex = (typeof STATED_SEXES)[number]
export type Sex = StatedSex | MissingKind
export const SEXES: readonly Sex[] = [...STATED_SEXES, ...MISSING_KINDS]

/** The two backgrounds every audit knows; a source may add labels of its own. */
export const BACKGROUNDS = ['native', 'foreignBorn'] as const
/** `native`, `foreignBorn`, a kind of missing, or a label of the source's own. */
export type Background = string

/** Whose sex counts as the applicant's: declared for each list, never guessed. */
export const LEADER_RULES = ['owner majority', 'CEO', 'board', 'project leader'] as const
export type LeaderRule = (typeof LEADER_RULES)[number]

const has = (list: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && list.includes(value)

/**
 * Tells whether a value is one of the four outcomes.
 * @example isOutcome('granted') // true
 */
export function isOutcome(value: unknown): value is Outcome {
  return has(OUTCOMES, value)
}

/**
 * Tells whether a value is a stated sex or a kind of missing.
 * @example isSex('noAnswer') // true
 */
export function isSex(value: unknown): value is Sex {
  return has(SEXES, value)
}

/**
 * Tells whether a value is one of the four leader rules.
 * @example isLeaderRule('board') // true
 */
export function isLeaderRule(value: unknown): value is LeaderRule {
  return has(LEADER_RULES, value)
}
