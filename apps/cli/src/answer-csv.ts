import { type CsvValue, type Refusal, writeCsv } from '@jamvikt/tables'
import { type GroupFigures, groupFigures } from './answer-json.ts'
import type { Audit } from './run-audit.ts'

type Figure = Exclude<keyof GroupFigures, 'by'>
const FIGURES: readonly Figure[] = [
  'applied',
  'decided',
  'granted',
  'refused',
  'withdrawn',
  'pending',
  'share',
  'rate',
  'rateInterval',
  'amountApplied',
  'amountGranted',
  'medianGranted',
  'shareOfAmountGranted',
  'grantedPerApplied',
  'adverseImpactRatio',
  'ratioInterval',
  'fisherP',
  'holmP',
  'shortfallGrants',
  'shortfallAmount',
  'minimumDetectable',
  'verdict',
  'suppressed',
]
const isInterval = (name: Figure): boolean => name.endsWith('Interval')

/** All groups, one row each, the overall first; the columns are the JSON answer's keys, intervals as low and high. */
export function answerCsv(audit: Audit): string {
  const header = FIGURES.flatMap((name) => (isInterval(name) ? [`${name}Low`, `${name}High`] : [name]))
  const rows = audit.result.groups.map((group): CsvValue[] => {
    const figures = groupFigures(group, audit.by)
    return [
      ...audit.by.map((name) => group.by[name] ?? null),
      ...FIGURES.flatMap((name): CsvValue[] => {
        const value = figures[name]
        if (isInterval(name)) return Array.isArray(value) ? [...value] : [null, null]
        return [Array.isArray(value) ? null : value]
      }),
    ]
  })
  return writeCsv([[...audit.by, ...header], ...rows])
}

/** The rows that are not counted, one row for each reason. Personal numbers are masked already. */
export function refusalsCsv(refusals: readonly Refusal[]): string {
  const rows = refusals.map((one): CsvValue[] => [
    one.row,
    one.column,
    one.reason,
    one.value ?? null,
    one.suggestions?.join(', ') ?? null,
    one.firstRow ?? null,
  ])
  return writeCsv([['row', 'column', 'reason', 'value', 'suggestions', 'firstRow'], ...rows])
}
