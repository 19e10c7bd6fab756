/** What the region is asked to comment on, and where its answer is kept. */
export interface Question {
  /** `overall`, or `area.ID` or `goal.ID` of what is behind. */
  readonly key: string
  readonly kind: 'overall' | 'area' | 'goal'
  readonly about: string
}

/** What must be put right before a report can be sent. */
export type Obstacle =
  | { readonly kind: 'untold' | 'unexplained'; readonly activityId: string; readonly name: string }
  | { readonly kind: 'no-comment' | 'too-long'; readonly question: Question }

export const MOST_COMMENT = 5000

interface ToldActivity {
  readonly id: string
  readonly name: string
  readonly areaId: string | null
  readonly told: { readonly status: string; readonly cause: string; readonly measure: string } | null
}

const isDeviating = ({ told }: ToldActivity) => told?.status === 'late' || told?.status === 'stopped'

/** What the region comments on: the whole, each area with an activity that is late or hindered, each goal that is behind. */
export function questionsOf(of: {
  readonly areas: readonly { readonly id: string; readonly name: string }[]
  readonly activities: readonly ToldActivity[]
  readonly goalsBehind: readonly { readonly id: string; readonly name: string }[]
}): Question[] {
  const behind = new Set(of.activities.filter(isDeviating).map(({ areaId }) => areaId))
  return [
    { key: 'overall', kind: 'overall', about: '' },
    ...of.areas
      .filter(({ id }) => behind.has(id))
      .map(({ id, name }): Question => ({ key: `area.${id}`, kind: 'area', about: name })),
    ...of.goalsBehind.map(({ id, name }): Question => ({ key: `goal.${id}`, kind: 'goal', about: name })),
  ]
}

/** What stands in the way of sending: activities in the plan’s order, then comments in theirs. */
export function obstaclesOf(
  activities: readonly ToldActivity[],
  questions: readonly Question[],
  words: Readonly<Record<string, string>>,
): Obstacle[] {
  return [
    ...activities.flatMap((activity): Obstacle[] => {
      const { id: activityId, name, told } = activity
      if (told === null) return [{ kind: 'untold', activityId, name }]
      const isSilent = told.cause.trim() === '' || told.measure.trim() === ''
      return isDeviating(activity) && isSilent ? [{ kind: 'unexplained', activityId, name }] : []
    }),
    ...questions.flatMap((question): Obstacle[] => {
      const text = words[question.key] ?? ''
      if (text.trim() === '') return [{ kind: 'no-comment', question }]
      return text.length > MOST_COMMENT ? [{ kind: 'too-long', question }] : []
    }),
  ]
}
