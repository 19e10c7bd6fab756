import type { MissingKind } from '@jamvikt/domain'

/**
 * What a cell of a statistical table holds. `value`: a figure (a shown 0 may be under half a unit). `nil`: nothing at
 * all, exactly 0. `unavailable`: the source has no figure and does not say why. The others are the five kinds of
 * missing. The place in this list is what `StatTable.states` holds.
 */
export const CELL_STATES = [
  'value',
  'nil',
  'notApplicable',
  'unavailable',
  'withheld',
  'noAnswer',
  'declined',
  'notAsked',
] as const satisfies readonly ('value' | 'nil' | 'unavailable' | MissingKind)[]

export type CellState = (typeof CELL_STATES)[number]

/** The place of each state in `CELL_STATES`. */
export const STATE = Object.fromEntries(CELL_STATES.map((state, at) => [state, at])) as Readonly<
  Record<CellState, number>
>

/** The sign of each state in PX files and PxWeb answers: one to six dots for what is missing, a dash for nil. */
export const STATE_SIGNS: Readonly<Record<Exclude<CellState, 'value'>, string>> = {
  nil: '-',
  notApplicable: '.',
  unavailable: '..',
  withheld: '...',
  noAnswer: '....',
  declined: '.....',
  notAsked: '......',
}

const STATE_OF_SIGN: ReadonlyMap<string, number> = new Map(
  Object.entries(STATE_SIGNS).map(([state, sign]) => [sign, CELL_STATES.indexOf(state as CellState)]),
)

/**
 * The state that a sign stands for.
 * @param sign one to six dots, or a dash (hyphen, en dash or minus)
 * @returns a place in `CELL_STATES`, or -1 where the sign is none of these
 * @example stateOfSign('..') // STATE.unavailable
 */
export function stateOfSign(sign: string): number {
  return STATE_OF_SIGN.get(sign === '–' || sign === '−' ? '-' : sign) ?? -1
}

/** Whether a state counts as a figure: a value, or nil, which is 0. */
export function isFigure(state: number): boolean {
  return state <= STATE.nil
}
