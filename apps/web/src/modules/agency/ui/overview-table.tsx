import type { Locale } from '@jamvikt/i18n'
import { type Chosen, totalOf } from '../rules/choose-rows.ts'
import type { OverviewRow } from '../rules/overview.ts'
import { Goings, goalsText, Sources, tkrText } from './overview-cells.tsx'

export const AMOUNTS = [
  ['granted', ({ grantedOre }: OverviewRow) => grantedOre],
  ['planned', ({ plannedOre }: OverviewRow) => plannedOre],
  ['used', ({ usedOre }: OverviewRow) => usedOre],
  ['risk', ({ atRiskOre }: OverviewRow) => atRiskOre],
] as const

/** All regions in the years that are chosen, in one table. */
export function OverviewTable(props: {
  locale: Locale
  home: string
  rows: readonly OverviewRow[]
  chosen: Chosen
}) {
  const { locale, home, rows } = props
  return (
    <form method="get" action={`${home}/regions/compare`}>
      <input type="hidden" name="basis" value={props.chosen.basis} />
      <div class="card table-card agency-overview">
        <table class="stack" aria-label={locale.text('agency.regions.title')}>
          <thead>
            <tr>
              <th scope="col">{locale.text('agency.region')}</th>
              {AMOUNTS.map(([column]) => (
                <th key={column} scope="col" class="n">
                  {locale.text(`agency.col.${column}`)}
                </th>
              ))}
              <th scope="col">{locale.text('agency.col.activities')}</th>
              <th scope="col">{locale.text('agency.col.goals')}</th>
              <th scope="col">{locale.text('agency.col.reports')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.region.id + String(row.year)} locale={locale} home={home} row={row} />
            ))}
            <TotalRow locale={locale} rows={rows} />
          </tbody>
        </table>
      </div>
      <p class="no-print">
        <button class="button" type="submit">
          {locale.text('agency.compare')}
        </button>
      </p>
    </form>
  )
}

function Row({ locale, home, row }: { locale: Locale; home: string; row: OverviewRow }) {
  const { region, year } = row
  return (
    <tr>
      <th scope="row">
        <span class="agency-choose no-print">
          <input
            type="checkbox"
            name="r"
            value={`${region.id}.${year}`}
            aria-label={locale.text('agency.compare.choose', { region: region.name, year })}
          />
        </span>
        <a href={`${home}/regions/${region.id}`}>{region.name}</a> {year}
      </th>
      {AMOUNTS.map(([column, of]) => (
        <td key={column} class="n" data-label={locale.text(`agency.col.${column}`)}>
          {tkrText(locale, of(row))}
        </td>
      ))}
      <td data-label={locale.text('agency.col.activities')}>
        <Goings locale={locale} activities={row.activities} />
      </td>
      <td data-label={locale.text('agency.col.goals')}>{goalsText(locale, row.goals)}</td>
      <td data-label={locale.text('agency.col.reports')}>
        <Sources locale={locale} home={home} row={row} />
      </td>
    </tr>
  )
}

function TotalRow({ locale, rows }: { locale: Locale; rows: readonly OverviewRow[] }) {
  return (
    <tr class="agency-total">
      <th scope="row">{locale.text('agency.total')}</th>
      {AMOUNTS.map(([column, of]) => {
        const { knownOre, unknown } = totalOf(rows, of)
        const amount = tkrText(locale, knownOre)
        return (
          <td key={column} class="n" data-label={locale.text(`agency.col.${column}`)}>
            {amount}
            {unknown === 0 ? null : (
              <span class="note agency-unknown">
                {locale.text('agency.total.unknown', { count: locale.number(unknown) })}
              </span>
            )}
          </td>
        )
      })}
      <td />
      <td />
      <td />
    </tr>
  )
}
