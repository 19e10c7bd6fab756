import { writeCsv } from '@jamvikt/tables'
import { type CaseShell, type Decision, drawShells, type LeaderSex } from './case-quotas.ts'
import { type DemoFirm, firmsOf } from './demo-firms.ts'
import { type Random, seededRandom, shareOut } from './random.ts'
import { FORMS, OTHER_FORM_KRONOR, type SupportForm } from './region-profile.ts'

/** One synthetic application, as a Swedish export writes it. */
export interface DemoApplication {
  readonly caseId: string
  readonly firm: DemoFirm
  readonly form: SupportForm
  readonly appliedKronor: number
  readonly grantedKronor: number | null
  readonly decision: Decision
  readonly appliedOn: string
  readonly decidedOn: string | null
  readonly leaderSex: LeaderSex
  readonly born: string
}

const SEED = 20_250_101
const SPREAD = 0.5
/** Nobody withdraws in the smallest form, so that it is not hidden for a handful of withdrawals. */
const WITHDRAWN_FORMS = [1, 1, 1, 0]
const DAY_MS = 86_400_000

/**
 * The applications of "Region Exempel", an invented region: 12,000 for 2020–2025, in order of application.
 * The firms, numbers and figures are made up; only the names of places and industries are real.
 * @example generateApplications()[0]?.caseId // 'EX-2020-00001'
 */
export function generateApplications(seed = SEED): DemoApplication[] {
  const shells = drawShells(seed)
  const firms = firmsOf(shells, seed + 1)
  const forms = formsOf(shells, seededRandom(seed + 2))
  const applied = amountsOf(shells, forms, seededRandom(seed + 3))
  const random = seededRandom(seed + 4)
  const rows = shells.flatMap((shell, index) => {
    const firm = firms[index]
    const appliedKronor = applied[index] ?? 0
    if (firm === undefined) return []
    const grantedKronor =
      shell.decision === 'Beviljad'
        ? Math.round((appliedKronor * (0.8 + 0.2 * random.next())) / 100) * 100
        : null
    const row = {
      firm,
      form: forms[index] ?? FORMS[0],
      appliedKronor,
      grantedKronor,
      decision: shell.decision,
    }
    return [{ ...row, ...datesOf(shell, random), leaderSex: shell.sex, born: shell.born }]
  })
  const inOrder = rows.sort((a, b) => (a.appliedOn < b.appliedOn ? -1 : a.appliedOn > b.appliedOn ? 1 : 0))
  const serials = new Map<string, number>()
  return inOrder.map((row) => {
    const year = row.appliedOn.slice(0, 4)
    const serial = (serials.get(year) ?? 0) + 1
    serials.set(year, serial)
    return { caseId: `EX-${year}-${String(serial).padStart(5, '0')}`, ...row }
  })
}

/** Forms by quota within industry, sex and outcome: women and men of an industry apply for the same. */
function formsOf(shells: readonly CaseShell[], random: Random): SupportForm[] {
  const forms: SupportForm[] = []
  const groups = Map.groupBy(shells.keys(), (index) => {
    const { industry, sex, decision } = shells[index] ?? {}
    return `${industry?.section}|${sex}|${decision}`
  })
  for (const group of groups.values()) {
    const { industry, decision } = shells[group[0] ?? 0] ?? {}
    const weights = decision === 'Återkallad' ? WITHDRAWN_FORMS : (industry?.forms ?? [1])
    const counts = shareOut(group.length, weights)
    const dealt = counts.flatMap((count, at) =>
      Array.from({ length: count }, (): SupportForm => FORMS[at] ?? FORMS[0]),
    )
    random.shuffled(group).forEach((index, at) => {
      forms[index] = dealt[at] ?? FORMS[0]
    })
  }
  return forms
}

/** Kronor applied for: a lognormal drawn evenly over its range, by industry and form alone. */
function amountsOf(shells: readonly CaseShell[], forms: readonly SupportForm[], random: Random): number[] {
  const amounts: number[] = []
  const groups = Map.groupBy(shells.keys(), (index) => {
    const { industry, sex, decision } = shells[index] ?? {}
    return `${industry?.section}|${forms[index]}|${sex}|${decision}`
  })
  for (const group of groups.values()) {
    const first = group[0] ?? 0
    const form = forms[first] ?? FORMS[0]
    const mean =
      form === 'Investeringsstöd' ? (shells[first]?.industry.investmentKronor ?? 0) : OTHER_FORM_KRONOR[form]
    random.shuffled(group).forEach((index, at) => {
      const place = (at + 0.25 + 0.5 * random.next()) / group.length
      const amount = mean * Math.exp(SPREAD * normalAt(place) - SPREAD ** 2 / 2)
      amounts[index] = Math.max(10_000, Math.round(amount / 1000) * 1000)
    })
  }
  return amounts
}

/** The normal quantile by Tukey's lambda approximation, near enough for made-up amounts. */
function normalAt(share: number): number {
  return 4.91 * (share ** 0.14 - (1 - share) ** 0.14)
}

function datesOf(
  { year, decision }: CaseShell,
  random: Random,
): { appliedOn: string; decidedOn: string | null } {
  if (decision === 'Pågående') return { appliedOn: workday(2025, 290 + random.below(70)), decidedOn: null }
  const firstDay = year === 2020 ? 60 : 8
  const decided = firstDay + random.below(358 - firstDay)
  const handling = 20 + random.below(year === 2020 ? 30 : 90)
  return { appliedOn: workday(year, decided - handling), decidedOn: workday(year, decided) }
}

/** The date of a day of the year from 0, moved back from a weekend to its Friday. */
function workday(year: number, day: number): string {
  const date = new Date(Date.UTC(year, 0, 1) + day * DAY_MS)
  const weekday = date.getUTCDay()
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0
  return new Date(date.getTime() - back * DAY_MS).toISOString().slice(0, 10)
}

const EXPORT_HEADERS = [
  'Ärendenummer',
  'Stödmottagare',
  'Organisationsnummer',
  'Stödform',
  'Sökt belopp',
  'Beviljat belopp',
  'Beslut',
  'Ansökningsdatum',
  'Beslutsdatum',
  'Kommun',
  'SNI',
  'Kön företagsledare',
  'Kön styrelse',
  'Född',
  'Åldersgrupp',
  'Enhet',
] as const

/**
 * The export of the synthetic applications as text: UTF-8 with byte-order mark, ";" between cells. Always the same.
 * @example await openTable(Buffer.from(applicationsCsv()), { name: 'exempel.csv' })
 */
export function applicationsCsv(): string {
  const rows = generateApplications().map((one) => [
    one.caseId,
    one.firm.name,
    one.firm.number,
    one.form,
    one.appliedKronor,
    one.grantedKronor,
    one.decision,
    one.appliedOn,
    one.decidedOn,
    one.firm.municipality,
    one.firm.sni,
    one.leaderSex,
    one.firm.boardSex,
    one.born,
    one.firm.ageGroup,
    one.form === 'Innovationsstöd' || one.form === 'Konsultcheck' ? 'Innovation och kunskap' : 'Företagsstöd',
  ])
  return writeCsv([EXPORT_HEADERS, ...rows])
}
