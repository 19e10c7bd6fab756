import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import type { HalfYearChanges } from '../rules/half-years.ts'
import { periodName } from './period-name.ts'

/** Lets half-years follow the plan’s days, where the days have changed. */
export function HalfYearActs(props: { locale: Locale; here: string; changes: HalfYearChanges }) {
  const { locale, here } = props
  const { add, change, stuck } = props.changes
  if (add.length + change.length + stuck.length === 0) return null
  const names = (spans: Parameters<typeof periodName>[1][]) =>
    spans.map((span) => periodName(locale, span)).join(', ')
  return (
    <div class="half-years no-print">
      <Notice kind="watch">
        {locale.text('follow.fit')}{' '}
        {add.length === 0 ? null : locale.text('follow.fit.add', { names: names([...add]) })}{' '}
        {change.length === 0
          ? null
          : locale.text('follow.fit.change', { names: names(change.map(({ span }) => span)) })}{' '}
        {stuck.length === 0 ? null : locale.text('follow.fit.stuck', { names: names([...stuck]) })}
      </Notice>
      {add.length + change.length === 0 ? null : (
        <form method="post" action={`${here}/follow`}>
          <button class="button" type="submit" name="act" value="half-years">
            {locale.text('follow.fit.act')}
          </button>
        </form>
      )}
    </div>
  )
}
