import type { Locale } from '@jamvikt/i18n'
import { passagesOf } from '../../statistics/public.ts'
import type { ActivityStatus, ReportActivity, ReportBlock, ReportCell } from '../model-report.ts'
import { oneLine, plainText } from '../rules/plain-text.ts'
import { dayText } from './day-text.ts'
import type { LaidBlock, LaidPassage, Tone } from './laid-out.ts'
import type { TableToLay, Told } from './lay-out-table.ts'

type Activities = Extract<ReportBlock, { kind: 'activities' }>

const TONES: Record<ActivityStatus, Tone> = {
  'not-begun': 'note',
  'on-track': 'good',
  late: 'watch',
  stopped: 'bad',
  done: 'good',
  unknown: 'note',
}

const COLUMNS = ['name', 'responsible', 'status', 'time', 'budget', 'outcome', 'used'] as const

const text = (words: string): ReportCell => ({ type: 'text', text: words })
const money = (amountOre: bigint | null, atLeast = false): ReportCell =>
  amountOre === null
    ? { type: 'missing', kind: 'unknown' }
    : { type: 'money', amountOre, unit: 'kr', atLeast }

/**
 * Activities as a table: name and who is responsible, status in words, time, budget, outcome and its part of the budget.
 * Who is responsible, budget and outcome have no column where nothing is known of them.
 */
export function activitiesTable(locale: Locale, { caption, source, activities }: Activities): TableToLay {
  const hasResponsible = activities.some(({ responsible }) => responsible !== '')
  const hasBudget = activities.some(({ budgetOre }) => budgetOre !== null)
  const hasOutcome = activities.some(({ outcomeOre }) => outcomeOre !== null)
  const isShown = (key: (typeof COLUMNS)[number]) => {
    if (key === 'responsible') return hasResponsible
    if (key === 'budget') return hasBudget || hasOutcome
    return hasOutcome || (key !== 'outcome' && key !== 'used')
  }
  const columns = COLUMNS.filter(isShown).map((key) => ({
    text: locale.text(`report.activity.${key}`),
    columns: 1,
  }))
  const rows: TableToLay['rows'][number][] = []
  let under = ''
  for (const activity of activities) {
    if (activity.under !== under && activity.under !== '')
      rows.push({
        role: 'group',
        cells: columns.map((_, at) => text(at === 0 ? activity.under : '')),
      })
    under = activity.under
    rows.push({
      role: 'body',
      cells: [
        text(nameOf(locale, activity)),
        ...(hasResponsible ? [text(activity.responsible)] : []),
        statusCell(locale, activity.status),
        text(timeText(locale, activity)),
        ...(hasBudget || hasOutcome ? [money(activity.budgetOre, activity.budgetAtLeast)] : []),
        ...(hasOutcome ? [money(activity.outcomeOre), usedOf(activity)] : []),
      ],
    })
  }
  return { caption, source, head: [columns], headerColumns: 1, rows, notes: [] }
}

function nameOf(locale: Locale, { name, partOf }: ReportActivity): string {
  return partOf === undefined ? name : locale.text('report.activity.part', { name, whole: partOf })
}

function statusCell(locale: Locale, status: ActivityStatus): Told {
  return {
    type: 'told',
    text: locale.text(`report.status.${status}`).replaceAll(' ', '\u00A0'),
    tone: TONES[status],
  }
}

function timeText(locale: Locale, { startsOn, endsOn }: ReportActivity): string {
  if (startsOn === null && endsOn === null) return locale.text('report.missing.unknown')
  return `${dayText(locale, startsOn)} – ${dayText(locale, endsOn)}`.trim()
}

function usedOf({ budgetOre, budgetAtLeast, outcomeOre }: ReportActivity): ReportCell {
  if (budgetOre === null || budgetAtLeast === true || outcomeOre === null)
    return { type: 'missing', kind: 'unknown' }
  if (budgetOre === 0n) return { type: 'missing', kind: 'notApplicable' }
  return { type: 'percent', share: Number((outcomeOre * 10_000n) / budgetOre) / 10_000, decimals: 0 }
}

/** What is told in words of activities: what has been done, and of deviations their cause and measure. */
export function toldOfActivities(locale: Locale, activities: readonly ReportActivity[]): LaidBlock[] {
  return activities.flatMap((activity): LaidBlock[] => {
    const told = passagesOf(plainText(activity.told))
    const passages = [...told, ...deviation(locale, activity)]
    if (passages.length === 0) return []
    const mark = locale.text(`report.status.${activity.status}`)
    return [
      {
        kind: 'callout',
        tone: TONES[activity.status],
        isQuiet: true,
        mark,
        heading: oneLine(activity.name),
        passages,
      },
    ]
  })
}

function deviation(locale: Locale, { deviation: told }: ReportActivity): LaidPassage[] {
  if (told === null) return []
  return (['cause', 'measure'] as const).flatMap((part): LaidPassage[] => {
    const words = oneLine(told[part])
    if (words === '') return []
    const name = `${locale.text(`report.deviation.${part}`)}: `
    return [
      {
        kind: 'paragraph',
        lines: [
          [
            { kind: 'strong', text: name },
            { kind: 'plain', text: words },
          ],
        ],
      },
    ]
  })
}
