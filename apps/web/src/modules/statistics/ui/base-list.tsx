import type { Locale } from '@jamvikt/i18n'
import { EmptyState } from '@jamvikt/ui'
import type { BaseTable } from '../model.ts'

/** The region's base tables with the share of women in each. */
export function BaseList(props: { locale: Locale; bases: readonly BaseTable[] }) {
  const { locale, bases } = props
  if (bases.length === 0)
    return (
      <EmptyState title={locale.text('bases.title')}>
        <p>{locale.text('bases.empty')}</p>
      </EmptyState>
    )
  const total = (base: BaseTable, sex?: string) =>
    base.cells.reduce((sum, cell) => sum + (sex === undefined || cell.by.sex === sex ? cell.count : 0), 0)
  return (
    <div class="card">
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{locale.text('bases.name')}</th>
            <th scope="col">{locale.text('bases.source')}</th>
            <th scope="col">{locale.text('bases.counts')}</th>
            <th scope="col">{locale.text('bases.dimensions')}</th>
            <th scope="col" class="n">
              {locale.text('bases.total')}
            </th>
            <th scope="col" class="n">
              {locale.text('audit.shareWomen')}
            </th>
            <th scope="col" class="n">
              {locale.text('audit.shareMen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bases.map((base) => {
            const both = total(base, 'women') + total(base, 'men')
            return (
              <tr key={base.id}>
                <th scope="row">
                  {base.name}
                  {base.synthetic ? <small class="note"> · {locale.text('synthetic')}</small> : null}
                </th>
                <td data-label={locale.text('bases.source')}>{base.source}</td>
                <td data-label={locale.text('bases.counts')}>
                  {locale.text(`bases.counts.${base.countsWhat}`)}
                </td>
                <td data-label={locale.text('bases.dimensions')}>
                  {base.dimensions.map((name) => locale.dynamic(`audit.cross.${name}`, name)).join(' × ')}
                </td>
                <td class="n" data-label={locale.text('bases.total')}>
                  {locale.number(total(base))}
                </td>
                <td class="n" data-label={locale.text('audit.shareWomen')}>
                  {both === 0 ? '–' : locale.percent(total(base, 'women') / both)}
                </td>
                <td class="n" data-label={locale.text('audit.shareMen')}>
                  {both === 0 ? '–' : locale.percent(total(base, 'men') / both)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
