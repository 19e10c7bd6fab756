import type { Locale } from '@jamvikt/i18n'
import type { ComponentChildren } from 'preact'
import type { OverviewRow } from '../rules/overview.ts'
import { methodsText, nationalText } from './figures-view.tsx'
import { Goings, goalsText, Sources, tkrText } from './overview-cells.tsx'
import { AMOUNTS } from './overview-table.tsx'

/** Two to four regions side by side. */
export function CompareTable(props: { locale: Locale; home: string; rows: readonly OverviewRow[] }) {
  const { locale, home, rows } = props
  const names = (all: readonly string[]) =>
    all.length === 0 ? locale.text('agency.nothing') : all.join(', ')
  const lines: readonly (readonly [label: string, of: (row: OverviewRow) => ComponentChildren])[] = [
    ...AMOUNTS.map(
      ([column, of]) =>
        [locale.text(`agency.col.${column}`), (row: OverviewRow) => tkrText(locale, of(row))] as const,
    ),
    [locale.text('agency.col.activities'), (row) => <Goings locale={locale} activities={row.activities} />],
    [locale.text('agency.col.goals'), (row) => goalsText(locale, row.goals)],
    [
      locale.text('agency.national'),
      ({ national }) => names(national.map((code) => nationalText(locale, code))),
    ],
    [locale.text('agency.groups'), ({ groups }) => names(groups)],
    [locale.text('agency.methods'), ({ methods }) => methodsText(locale, methods)],
    [locale.text('agency.flagships'), ({ flagships }) => names(flagships)],
    [locale.text('agency.col.reports'), (row) => <Sources locale={locale} home={home} row={row} />],
  ]
  return (
    <div class="card">
      <div class="scroll" tabIndex={0} role="region" aria-label={locale.text('agency.compare.title')}>
        <table class="agency-compare">
          <thead>
            <tr>
              <th scope="col">{locale.text('agency.compare.measure')}</th>
              {rows.map(({ region, year }) => (
                <th key={region.id + String(year)} scope="col">
                  <a href={`${home}/regions/${region.id}`}>{region.name}</a> {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(([label, of]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {rows.map((row) => (
                  <td key={row.region.id + String(row.year)}>{of(row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
