import type { Locale } from '@jamvikt/i18n'
import { type CsvValue, writeCsv } from '@jamvikt/tables'
import { methodName, NATIONAL_ENTRIES } from '../../plan/public.ts'
import { COURSES, GOING } from '../model-figures.ts'
import type { OverviewRow } from '../rules/overview.ts'

const MONEY = [
  ['granted', ({ grantedOre }: OverviewRow) => grantedOre],
  ['planned', ({ plannedOre }: OverviewRow) => plannedOre],
  ['used', ({ usedOre }: OverviewRow) => usedOre],
  ['expected', ({ expectedOre }: OverviewRow) => expectedOre],
  ['risk', ({ atRiskOre }: OverviewRow) => atRiskOre],
] as const

/**
 * The overview as CSV: amounts exact in kronor, what is not known left empty, and in each row which reports it is from.
 * @param words how a source and a report that should have come are said
 */
export function overviewCsv(
  locale: Locale,
  rows: readonly OverviewRow[],
  words: {
    readonly source: (source: OverviewRow['sources'][number]) => string
    readonly awaited: (one: OverviewRow['awaited'][number]) => string
  },
): string {
  const header = [
    locale.text('agency.region'),
    locale.text('agency.year'),
    ...MONEY.map(([name]) => `${locale.text(`agency.col.${name}`)} (${locale.text('agency.ore')})`),
    ...GOING.map((going) => locale.text(going === 'untold' ? 'follow.untold' : `follow.status.${going}`)),
    ...COURSES.map(
      (course) => `${locale.text('agency.col.goals')}: ${locale.text(`agency.course.${course}`)}`,
    ),
    locale.text('agency.national'),
    locale.text('agency.groups'),
    locale.text('agency.methods'),
    locale.text('agency.flagships'),
    locale.text('agency.order.late'),
    locale.text('agency.csv.source'),
    locale.text('agency.csv.synthetic'),
  ]
  const national = (code: string) =>
    NATIONAL_ENTRIES.find((entry) => entry.code === code)?.[locale.language] ?? code
  const lines = rows.map((row): CsvValue[] => [
    row.region.name,
    row.year,
    ...MONEY.map(([, of]) => kronor(of(row))),
    ...GOING.map((going) => row.activities?.[going] ?? null),
    ...COURSES.map((course) => row.goals?.[course] ?? null),
    row.national.map(national).join('; '),
    row.groups.join('; '),
    methodsCell(locale, row),
    row.flagships.join('; '),
    row.awaited.map(words.awaited).join('; '),
    row.sources.map((source) => `${source.planName}: ${words.source(source)}`).join('; '),
    locale.text(row.sources.some(({ figures }) => figures.synthetic) ? 'yes' : 'no'),
  ])
  return writeCsv([header, ...lines])
}

/** Empty where none is known. */
function methodsCell(locale: Locale, { methods: { codes, isWhole } }: OverviewRow): CsvValue {
  const names = codes.map((code) => methodName(locale, code)).join('; ')
  if (isWhole) return names
  return names === '' ? null : locale.text('agency.methods.partly', { names })
}

/** Kronor as a number where they are whole, and exact with a decimal comma where they are not. */
function kronor(amountOre: bigint | null): CsvValue {
  if (amountOre === null) return null
  if (amountOre % 100n === 0n) return amountOre / 100n
  return Number(amountOre) / 100
}
