import type { Locale } from '@jamvikt/i18n'
import type { ReleasedAudit } from '../service/released-audit.ts'
import type { AuditView } from '../worker/engine-messages.ts'
import { labelOf } from './labels.ts'

/** Women's shares and both rates, period by period, each from its own released table. */
export function PeriodSeries(props: { locale: Locale; audit: ReleasedAudit }) {
  const { locale, audit } = props
  const groupOf = (view: AuditView, sex: string) => {
    const group = view.groups.find((one) => Object.keys(one.by).length === 1 && one.by.sex === sex)
    return group && !group.suppressed ? group : null
  }
  const show = (value: number | null | undefined) =>
    value === null || value === undefined || Number.isNaN(value) ? '··' : locale.percent(value)
  const share = (women: number | null | undefined, men: number | null | undefined) =>
    typeof women === 'number' && typeof men === 'number' ? women / (women + men) : null
  const heads = ['applied', 'rateWomen', 'rateMen', 'amount'] as const
  return (
    <section class="card">
      <h2>{locale.text('release.series')}</h2>
      <p class="note">{locale.text('release.series.text')}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('release.series')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{locale.text('release.period')}</th>
              {heads.map((head) => (
                <th scope="col" class="n" key={head}>
                  {locale.text(`release.series.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {audit.series.map(({ period, view }) => {
              const women = groupOf(view, 'women')
              const men = groupOf(view, 'men')
              return (
                <tr key={period}>
                  <th scope="row">{labelOf(locale, 'period', period)}</th>
                  <td class="n">{show(share(women?.counts.applied, men?.counts.applied))}</td>
                  <td class="n">{show(women?.rate?.value)}</td>
                  <td class="n">{show(men?.rate?.value)}</td>
                  <td class="n">{show(share(women?.grantedOre, men?.grantedOre))}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
