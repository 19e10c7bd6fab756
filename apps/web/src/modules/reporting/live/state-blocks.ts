import type { Locale } from '@jamvikt/i18n'
import { activitySums, PlanTree, STATUSES, type Standing, type Sum } from '../../plan/public.ts'
import type { BlockInput } from '../model-report.ts'
import { type LiveData, planSource } from './live-data.ts'

/** How many activities go how, and which nobody has told of. */
export function stateBlocks(locale: Locale, { standings }: LiveData): BlockInput[] {
  if (standings.length === 0) return [{ kind: 'words', text: locale.text('doc.live.state.none') }]
  const untold = standings.filter(({ update }) => update === null)
  const counts = STATUSES.flatMap((status) => {
    const count = standings.filter(({ update }) => update?.status === status).length
    return count === 0 ? [] : [locale.counted(`half.count.${status}`, count)]
  })
  if (untold.length > 0) counts.push(locale.counted('half.count.untold', untold.length))
  const words = locale.text('half.count', {
    all: locale.number(standings.length),
    parts: counts.join(', '),
  })
  if (untold.length === 0) return [{ kind: 'words', text: words }]
  return [
    { kind: 'words', text: words },
    {
      kind: 'callout',
      tone: 'watch',
      heading: locale.text('half.untold'),
      text:
        untold.length === standings.length
          ? locale.text('doc.live.untold.all')
          : locale.text('half.untold.text', {
              names: untold.map(({ activity }) => activity.fields.name).join(', '),
            }),
    },
  ]
}

/** Every activity of the time that is told of, with how it goes and what is told of it. */
export function activityBlocks(locale: Locale, data: LiveData): BlockInput[] {
  return activitiesBlock(locale, data, data.standings, locale.text('half.activities'))
}

/** Activities that are late or stopped, with cause and measure. */
export function deviationBlocks(locale: Locale, data: LiveData): BlockInput[] {
  const off = data.standings.filter(({ update }) => update?.status === 'late' || update?.status === 'stopped')
  const blocks = activitiesBlock(locale, data, off, locale.text('doc.live.deviations.caption'))
  if (blocks.length > 0) return blocks
  const isTold = data.standings.some(({ update }) => update !== null)
  return [
    { kind: 'words', text: locale.text(isTold ? 'doc.live.deviations.none' : 'doc.live.deviations.untold') },
  ]
}

function activitiesBlock(
  locale: Locale,
  data: LiveData,
  standings: readonly Standing[],
  caption: string,
): BlockInput[] {
  if (standings.length === 0) return []
  const { document } = data.opened
  const tree = new PlanTree(document)
  const sums = activitySums(document)
  const isBooked = data.forecast.asOf !== null
  const listed = new Map(standings.map(({ activity }) => [activity.id, activity.fields.name]))
  const wholeOf = (parent: string | null) => {
    const partOf = listed.get(parent ?? '')
    return partOf === undefined ? {} : { partOf }
  }
  return [
    {
      kind: 'activities',
      caption,
      source: planSource(locale, data),
      activities: standings.map(({ activity, update }) => ({
        name: activity.fields.name,
        ...wholeOf(activity.parent),
        under: tree.priorityOf(activity)?.fields.name ?? '',
        responsible: namesOf(tree, activity.fields.responsible),
        status: update === null ? 'unknown' : update.status,
        startsOn: activity.fields.start,
        endsOn: activity.fields.end,
        ...budgetOf(sums.get(activity.id)),
        outcomeOre: isBooked ? (data.used.get(activity.id) ?? 0n) : null,
        told: update?.done ?? '',
        deviation:
          update === null || update.cause === '' ? null : { cause: update.cause, measure: update.measure },
      })),
    },
  ]
}

function budgetOf({ amountOre, missing }: Sum = { amountOre: null, missing: 0 }) {
  if (amountOre === null || missing === 0) return { budgetOre: amountOre }
  return { budgetOre: amountOre, budgetAtLeast: true }
}

/** The names of roles, in one line. */
export function namesOf(tree: PlanTree, roles: readonly string[]): string {
  return roles.flatMap((id) => tree.of('role', id)?.fields.name ?? []).join(', ')
}
