import type { TrueCell } from '@jamvikt/disclosure'
import type { ActivityUpdate, Period } from '../../follow/model-follow.ts'
import type { PlanTree } from '../../rules/tree.ts'

/** Those reached by sex, as a table tells it: women first. */
export const REACHED_SEXES = ['women', 'men', 'other-or-unknown'] as const
type ReachedSex = (typeof REACHED_SEXES)[number]

export interface ReachedCells {
  /** Every crossing of activity and sex with its totals, zero too. */
  readonly cells: readonly TrueCell[]
  /** Activities that are told of but cannot stand in the table: women or men are not counted, or it is part of another. */
  readonly leftOut: readonly string[]
}

/**
 * People reached in a period by activity and sex. An activity stands in it where women and men are counted: what is not
 * counted is not zero. Other and unknown sex stand together, and only where every activity has counted both. A part of an
 * activity is left out, for nobody can say whether the whole counts the same people.
 * @returns no cells where nothing is counted
 */
export function reachedCells(tree: PlanTree, updates: readonly ActivityUpdate[]): ReachedCells {
  const told = updates.filter(
    ({ activityId, reached }) =>
      tree.of('activity', activityId) !== null && Object.values(reached).some((count) => count !== null),
  )
  const counted = told.flatMap(({ activityId, reached: { women, men, other, unknown } }) => {
    const isWhole = tree.of('activity', tree.of('activity', activityId)?.parent ?? '') === null
    if (!isWhole || women === null || men === null) return []
    return [{ activityId, women, men, rest: other === null || unknown === null ? null : other + unknown }]
  })
  const hasRest = counted.every(({ rest }) => rest !== null)
  const rows = counted.map(({ activityId, women, men, rest }) => ({
    activityId,
    bySex: [
      ['women', women],
      ['men', men],
      ...(hasRest ? [['other-or-unknown', rest ?? 0] as const] : []),
    ] as readonly (readonly [ReachedSex, number])[],
  }))
  const standing = new Set(rows.map(({ activityId }) => activityId))
  return {
    cells: rows.length === 0 ? [] : crossed(rows),
    leftOut: told.flatMap(({ activityId }) => (standing.has(activityId) ? [] : [activityId])),
  }
}

function crossed(
  rows: readonly {
    readonly activityId: string
    readonly bySex: readonly (readonly [ReachedSex, number])[]
  }[],
): TrueCell[] {
  const cell = (by: Readonly<Record<string, string>>, people: number): TrueCell => ({
    by,
    counts: { people },
    amounts: {},
  })
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  const sexes = rows[0]?.bySex.map(([sex]) => sex) ?? []
  const ofSex = (sex: ReachedSex) =>
    sum(rows.flatMap(({ bySex }) => bySex.flatMap(([each, count]) => (each === sex ? [count] : []))))
  return [
    cell({}, sum(sexes.map(ofSex))),
    ...sexes.map((sex) => cell({ sex }, ofSex(sex))),
    ...rows.map(({ activityId, bySex }) =>
      cell({ activity: activityId }, sum(bySex.map(([, count]) => count))),
    ),
    ...rows.flatMap(({ activityId, bySex }) =>
      bySex.map(([sex, count]) => cell({ activity: activityId, sex }, count)),
    ),
  ]
}

/**
 * The code of a period in tables: `2017H1`; `null` for a period that is no half-year. Only half-years are told of: others
 * hold the same people once more, and tables of both could be subtracted.
 */
export function halfYearCode({ kind, endsOn }: Pick<Period, 'kind' | 'endsOn'>): string | null {
  return kind === 'half-year' ? `${endsOn.slice(0, 4)}H${endsOn.slice(5) <= '06-30' ? 1 : 2}` : null
}
