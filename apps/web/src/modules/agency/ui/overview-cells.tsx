import type { Locale } from '@jamvikt/i18n'
import { amountText, periodName } from '../../plan/public.ts'
import { GOING } from '../model-figures.ts'
import type { Awaited } from '../rules/late.ts'
import type { OverviewReport, OverviewRow } from '../rules/overview.ts'
import { GoingTag } from './state-tag.tsx'

const TKR = 100_000n

/** An amount in whole thousands of kronor, rounded half away from zero; unknown in words. */
export function tkrText(locale: Locale, amountOre: bigint | null): string {
  if (amountOre === null) return locale.text('agency.unknown')
  const half = amountOre < 0n ? -TKR / 2n : TKR / 2n
  return amountText(locale, ((amountOre + half) / TKR) * TKR, 'tkr')
}

/** How the activities of a row go, in signs and words. */
export function Goings({ locale, activities }: { locale: Locale } & Pick<OverviewRow, 'activities'>) {
  if (activities === null) return <>{locale.text('agency.nothing')}</>
  return (
    <span class="agency-tags">
      {GOING.filter((going) => activities[going] > 0).map((going) => (
        <GoingTag key={going} locale={locale} going={going} count={activities[going]} />
      ))}
    </span>
  )
}

/** How many goals are on the way, of those that figures say anything of. */
export function goalsText(locale: Locale, goals: OverviewRow['goals']): string {
  if (goals === null) return locale.text('agency.nothing')
  const way = goals.reached + goals['on-way']
  const said = way + goals.behind
  const parts = [
    ...(said === 0
      ? []
      : [locale.text('agency.goals.count', { way: locale.number(way), all: locale.number(said) })]),
    ...(goals.unknown === 0
      ? []
      : [locale.text('agency.goals.unclear', { count: locale.number(goals.unknown) })]),
  ]
  return parts.length === 0 ? locale.text('agency.nothing') : parts.join('; ')
}

/** Which report a figure is from. */
export function sourceText(locale: Locale, { number, submittedAt, state }: OverviewReport): string {
  return locale.text(state === 'accepted' ? 'agency.source' : 'agency.source.waits', {
    number,
    date: locale.date(submittedAt),
  })
}

export function awaitedText(locale: Locale, { kind, dueOn, ...span }: Awaited): string {
  const period = periodName(locale, { kind: 'half-year', dueOn, ...span })
  return kind === 'not-received'
    ? locale.text('agency.awaited.not-received', { period, date: locale.date(dueOn) })
    : locale.text('agency.awaited.sent-back', { period })
}

/** The reports that the figures of a row are from, and those that should have come. */
export function Sources(props: { locale: Locale; home: string; row: OverviewRow }) {
  const { locale, row } = props
  return (
    <ul class="plain agency-sources">
      {row.sources.length === 0 ? <li>{locale.text('agency.source.none')}</li> : null}
      {row.sources.map((source) => (
        <li key={source.id}>
          <a href={`${props.home}/received/${source.id}`}>{sourceText(locale, source)}</a>
          {row.sources.length > 1 ? ` (${source.planName})` : ''}
        </li>
      ))}
      {row.awaited.map((one) => (
        <li key={one.planName + one.startsOn} class="agency-late">
          <span aria-hidden="true">▲</span> {awaitedText(locale, one)}
        </li>
      ))}
    </ul>
  )
}
