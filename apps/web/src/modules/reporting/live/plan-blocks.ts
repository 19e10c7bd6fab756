import type { Locale } from '@jamvikt/i18n'
import { activitySums, PlanTree, type Standing } from '../../plan/public.ts'
import { dayText } from '../documents/day-text.ts'
import type { BlockInput } from '../model-report.ts'
import { day, type LiveData, planTable, sumCell, type TableInput, text, unknown } from './live-data.ts'
import { namesOf } from './state-blocks.ts'

/** Milestones ahead; those that are overdue are all shown. */
const MOST_AHEAD = 12

type Activity = Standing['activity']

/** Activities by priority with who, when and what they cost; who and what have no column where nothing is known. */
export function activityListBlocks(locale: Locale, data: LiveData): BlockInput[] {
  const { document } = data.opened
  const tree = new PlanTree(document)
  const sums = activitySums(document)
  const activities = tree.all('activity')
  const who = ({ fields }: Activity) => namesOf(tree, fields.responsible) || fields.unit
  const columns = [
    ['name', ({ fields }: Activity) => text(fields.name)],
    ...(activities.some((activity) => who(activity) !== '')
      ? [['responsible', (activity: Activity) => text(who(activity))] as const]
      : []),
    [
      'time',
      ({ fields }: Activity) => text(timeText(locale, fields) || locale.text('report.missing.unknown')),
    ],
    ...([...sums.values()].some(({ amountOre }) => amountOre !== null)
      ? [['budget', ({ id }: Activity) => sumCell(sums.get(id))] as const]
      : []),
  ] as const
  const rows = tree.all('priority').flatMap((priority): TableInput['rows'] => {
    const own = activities.filter((activity) => tree.priorityOf(activity)?.id === priority.id)
    if (own.length === 0) return []
    return [
      { role: 'group', cells: columns.map((_, at) => text(at === 0 ? priority.fields.name : '')) },
      ...own.map((activity) => ({ cells: columns.map(([, cell]) => cell(activity)) })),
    ]
  })
  return planTable(locale, data, {
    caption: locale.text('doc.live.list.caption'),
    columns: columns.map(([column]) => locale.text(`report.activity.${column}`)),
    rows,
  })
}

function timeText(locale: Locale, { start, end }: { start: string | null; end: string | null }): string {
  return start === null && end === null ? '' : `${dayText(locale, start)} – ${dayText(locale, end)}`.trim()
}

/** Flagships with what is expected of them and what makes them work. */
export function flagshipBlocks(locale: Locale, { opened }: LiveData): BlockInput[] {
  return new PlanTree(opened.document)
    .all('activity')
    .filter(({ fields }) => fields.flagship)
    .map(({ fields }) => {
      const { name, what, expected, successFactors } = fields
      const time = timeText(locale, fields)
      return {
        kind: 'words',
        text: [
          `**${name}**${time === '' ? '' : `, ${time}`}`,
          expected || what,
          successFactors && locale.text('doc.live.flagships.success', { text: successFactors }),
        ]
          .filter(Boolean)
          .join('\n\n'),
      }
    })
}

/** Milestones that should have been passed, and those ahead that come first; how many more there are. */
export function milestoneBlocks(locale: Locale, data: LiveData): BlockInput[] {
  const tree = new PlanTree(data.opened.document)
  const open = tree
    .all('milestone')
    .filter(({ fields }) => !fields.done)
    .toSorted((a, b) => (a.fields.on ?? '9999').localeCompare(b.fields.on ?? '9999'))
  const isPast = ({ fields: { on } }: (typeof open)[number]) => on !== null && on < data.today
  const shown = open.slice(0, open.filter(isPast).length + MOST_AHEAD)
  const coming = text(locale.text('doc.live.milestones.coming'))
  const rows = shown.map((milestone) => {
    const { name, on } = milestone.fields
    const under = tree.of('activity', milestone.parent ?? '')?.fields.name
    return {
      cells: [
        text(name),
        text(under ?? locale.text('doc.live.milestones.plan')),
        day(on),
        isPast(milestone) ? text(locale.text('doc.live.milestones.past')) : coming,
      ],
    }
  })
  const left = open.length - shown.length
  const more = text(locale.text('doc.live.milestones.more', { count: locale.number(left) }))
  return planTable(locale, data, {
    caption: locale.text('doc.live.milestones.caption'),
    columns: (['name', 'under', 'on', 'state'] as const).map((column) =>
      locale.text(`doc.live.milestones.${column}`),
    ),
    rows: left === 0 ? rows : [...rows, { cells: [more, text(''), text(''), coming] }],
  })
}

/** Risks, those with the largest product of likelihood and consequence first. */
export function riskBlocks(locale: Locale, data: LiveData): BlockInput[] {
  const weight = (of: { likelihood: number | null; consequence: number | null }) =>
    (of.likelihood ?? 0) * (of.consequence ?? 0)
  const risks = new PlanTree(data.opened.document)
    .all('risk')
    .toSorted((a, b) => weight(b.fields) - weight(a.fields))
  const isWeighed = risks.some(({ fields }) => fields.likelihood !== null || fields.consequence !== null)
  const scale = (value: number | null) => (value === null ? unknown : { type: 'number' as const, value })
  return planTable(locale, data, {
    caption: locale.text(isWeighed ? 'doc.live.risks.caption' : 'half.risks'),
    columns: [
      locale.text('doc.live.risks.name'),
      ...(isWeighed
        ? [locale.text('doc.live.risks.likelihood'), locale.text('doc.live.risks.consequence')]
        : []),
      locale.text('doc.live.risks.measure'),
    ],
    rows: risks.map(({ fields }) => ({
      cells: [
        text(fields.name),
        ...(isWeighed ? [scale(fields.likelihood), scale(fields.consequence)] : []),
        text(fields.measure),
      ],
    })),
  })
}

export function lessonBlocks({ opened }: LiveData): BlockInput[] {
  return new PlanTree(opened.document).all('lesson').map(({ fields }) => ({
    kind: 'words',
    text: fields.text === '' ? fields.name : `**${fields.name}.** ${fields.text}`,
  }))
}

/** What meetings in the time that is told of have decided. */
export function decisionBlocks(locale: Locale, data: LiveData): BlockInput[] {
  const { startsOn, endsOn } = data.span
  const held = new PlanTree(data.opened.document)
    .all('meeting')
    .filter(({ fields }) => fields.decisions !== '')
    .filter(({ fields: { on } }) => on === null || (on >= startsOn && on <= endsOn))
    .toSorted((a, b) => (a.fields.on ?? '').localeCompare(b.fields.on ?? ''))
  return planTable(locale, data, {
    caption: locale.text('doc.live.decisions.caption'),
    columns: (['meeting', 'on', 'decisions'] as const).map((column) =>
      locale.text(`doc.live.decisions.${column}`),
    ),
    rows: held.map(({ fields }) => ({
      cells: [text(fields.name), day(fields.on), text(fields.decisions)],
    })),
  })
}

/** What is still to be done after meetings, the soonest first. */
export function taskBlocks(locale: Locale, data: LiveData): BlockInput[] {
  const tree = new PlanTree(data.opened.document)
  const open = tree
    .all('task')
    .filter(({ fields }) => !fields.done)
    .toSorted((a, b) => (a.fields.due ?? '9999').localeCompare(b.fields.due ?? '9999'))
  return planTable(locale, data, {
    caption: locale.text('doc.live.tasks.caption'),
    columns: (['name', 'responsible', 'due'] as const).map((column) =>
      locale.text(`doc.live.tasks.${column}`),
    ),
    rows: open.map(({ fields }) => ({
      cells: [text(fields.name), text(namesOf(tree, fields.responsible)), day(fields.due)],
    })),
  })
}
