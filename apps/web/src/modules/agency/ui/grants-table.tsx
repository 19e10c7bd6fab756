import type { Locale } from '@jamvikt/i18n'
import type { Grant } from '../model-submission.ts'
import type { OverviewRow } from '../rules/overview.ts'
import { oreText } from './figures-view.tsx'
import { sourceText } from './overview-cells.tsx'

/** What each region has in a year, by which decision, and what it expects not to use. */
export function GrantsTable(props: {
  locale: Locale
  home: string
  year: number
  /** Every region of the list; what is known of it that year. */
  regions: readonly {
    readonly id: string
    readonly name: string
    readonly grant: Grant | null
    readonly row: OverviewRow | null
  }[]
  mayDivide: boolean
}) {
  const { locale, year, mayDivide } = props
  return (
    <div class="card table-card">
      <table class="stack" aria-label={locale.text('agency.grants.title', { year })}>
        <thead>
          <tr>
            <th scope="col">{locale.text('agency.region')}</th>
            <th scope="col" class="n">
              {locale.text('agency.grant.amount')}
            </th>
            <th scope="col">{locale.text('agency.grant.decision')}</th>
            <th scope="col" class="n">
              {locale.text('agency.col.risk')} (kr)
            </th>
            <th scope="col">{locale.text('agency.csv.source')}</th>
            {mayDivide ? <th scope="col">{locale.text('people.actions')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {props.regions.map(({ id, name, grant, row }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`${props.home}/regions/${id}`}>{name}</a>
              </th>
              <td class="n" data-label={locale.text('agency.grant.amount')}>
                {grant === null ? locale.text('agency.nothing') : oreText(locale, grant.amountOre)}
              </td>
              <td data-label={locale.text('agency.grant.decision')}>
                {grant === null
                  ? locale.text('agency.nothing')
                  : locale.text('agency.grant.decision.text', {
                      diary: grant.diary,
                      date: locale.date(grant.decidedOn),
                    })}
              </td>
              <td class="n" data-label={`${locale.text('agency.col.risk')} (kr)`}>
                {oreText(locale, row?.atRiskOre ?? null)}
              </td>
              <td data-label={locale.text('agency.csv.source')}>
                {(row?.sources ?? []).map((source) => sourceText(locale, source)).join('; ')}
              </td>
              {mayDivide ? (
                <td>
                  <a
                    class="button small"
                    href={`${props.home}/grants/of/${id}/${year}`}
                    aria-label={locale.text(
                      grant === null ? 'agency.grant.enter.of' : 'agency.grant.change.of',
                      { region: name },
                    )}
                  >
                    {locale.text(grant === null ? 'agency.grant.enter' : 'agency.grant.change')}
                  </a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
