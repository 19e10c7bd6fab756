import type { Locale } from '@jamvikt/i18n'
import { amountText, methodName, NATIONAL_ENTRIES } from '../../plan/public.ts'
import { type Figures, GOING, type GoalFigure, oreOf } from '../model-figures.ts'
import type { MethodsTold } from '../rules/overview.ts'
import { CourseTag, GoingTag } from './state-tag.tsx'

const MONEY = ['planned', 'used', 'expected', 'risk'] as const
const FIELDS = {
  planned: 'plannedOre',
  used: 'usedOre',
  expected: 'expectedOre',
  risk: 'atRiskOre',
} as const

/** What an entry of a national list is called; its code where the list does not have it. */
export function nationalText(locale: Locale, code: string): string {
  return NATIONAL_ENTRIES.find((entry) => entry.code === code)?.[locale.language] ?? code
}

/** Methods in words; not known where no report tells of any and some report does not tell. */
export function methodsText(locale: Locale, { codes, isWhole }: MethodsTold): string {
  if (codes.length === 0) return locale.text(isWhole ? 'agency.nothing' : 'agency.unknown')
  const names = codes.map((code) => methodName(locale, code)).join(', ')
  return isWhole ? names : locale.text('agency.methods.partly', { names })
}

/** The figures that go with a report: all of them. */
export function FiguresView({ locale, figures }: { locale: Locale; figures: Figures }) {
  const goings = GOING.filter((going) => figures.activities[going] > 0)
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{locale.text('agency.figures')}</h2>
      <p class="inline">
        {goings.map((going) => (
          <GoingTag key={going} locale={locale} going={going} count={figures.activities[going]} />
        ))}
      </p>
      <div class="card table-card">
        <table class="stack">
          <caption>{locale.text('agency.figures.money')}</caption>
          <thead>
            <tr>
              <th scope="col">{locale.text('agency.year')}</th>
              {MONEY.map((column) => (
                <th key={column} scope="col" class="n">
                  {locale.text(`agency.col.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.money.map((money) => (
              <tr key={money.year}>
                <th scope="row">{money.year}</th>
                {MONEY.map((column) => (
                  <td key={column} class="n" data-label={locale.text(`agency.col.${column}`)}>
                    {oreText(locale, oreOf(money[FIELDS[column]]))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">
        {figures.usedUntil === null
          ? locale.text('agency.figures.noLedger')
          : locale.text('agency.figures.until', { date: locale.date(figures.usedUntil) })}
      </p>
      <GoalFigures locale={locale} goals={figures.goals} />
      <dl class="facts agency-names">
        {(
          [
            ['national', figures.national.map((code) => nationalText(locale, code))],
            ['groups', figures.groups],
            [
              'methods',
              figures.methods?.map((code) => methodName(locale, code)) ?? [locale.text('agency.unknown')],
            ],
            ['flagships', figures.flagships],
          ] as const
        ).map(([key, names]) => (
          <div key={key}>
            <dt>{locale.text(`agency.${key}`)}</dt>
            <dd>{names.length === 0 ? locale.text('agency.nothing') : names.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** An amount in kronor; unknown in words. */
export function oreText(locale: Locale, amountOre: bigint | null, unit: 'kr' | 'tkr' = 'kr'): string {
  return amountOre === null ? locale.text('agency.unknown') : amountText(locale, amountOre, unit)
}

function GoalFigures({ locale, goals }: { locale: Locale; goals: readonly GoalFigure[] }) {
  if (goals.length === 0) return <p>{locale.text('agency.goals.none')}</p>
  const columns = ['baseline', 'target', 'actual'] as const
  return (
    <div class="card table-card">
      <table class="stack">
        <caption>{locale.text('agency.goals')}</caption>
        <thead>
          <tr>
            <th scope="col">{locale.text('agency.goals.goal')}</th>
            <th scope="col">{locale.text('agency.goals.measure')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" class="n">
                {locale.text(`agency.goals.${column}`)}
              </th>
            ))}
            <th scope="col">{locale.text('agency.goals.course')}</th>
          </tr>
        </thead>
        <tbody>
          {goals.map((goal, at) => (
            <tr key={at}>
              <th scope="row">{goal.goal}</th>
              <td data-label={locale.text('agency.goals.measure')}>
                {[goal.measure, goal.unit, goal.sex === 'all' ? '' : locale.text(`agency.sex.${goal.sex}`)]
                  .filter((part) => part !== '')
                  .join(', ')}
              </td>
              {columns.map((column) => (
                <td key={column} class="n" data-label={locale.text(`agency.goals.${column}`)}>
                  {pointText(locale, goal[column])}
                </td>
              ))}
              <td data-label={locale.text('agency.goals.course')}>
                <CourseTag locale={locale} course={goal.course} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function pointText(locale: Locale, point: GoalFigure['actual']): string {
  if (point === null) return locale.text('agency.unknown')
  const decimals = Math.min(15, (String(point.value).split('.')[1] ?? '').length)
  return locale.text('agency.goals.point', { value: locale.figure(point.value, decimals), year: point.year })
}
