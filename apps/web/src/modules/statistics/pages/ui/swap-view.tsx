import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import { conceptsOf } from '../../rules/concepts.ts'
import { type PivotRow, pivotOf } from '../../rules/pivot.ts'
import { figureText, gapText } from '../../ui/figure-text.ts'
import type { ShownFigure } from '../service/shown-page.ts'
import type { Swap } from '../service/swap.ts'
import { figureFindings } from './page-figure.tsx'

const MOST_ROWS = 10

/** A figure before and after a change of version: what it says, and the rows that change. */
export function SwapView(props: { locale: Locale; swap: Swap; revision: number }) {
  const { locale, swap, revision } = props
  const { before, after } = swap
  const [old, fresh] = [pivotIn(locale, before), pivotIn(locale, after)]
  const said = (row: PivotRow | undefined, decimals: number) =>
    row === undefined
      ? '–'
      : [
          ...row.figures.map((figure) => figureText(locale, figure, decimals)),
          ...(before.view.gap === 'none' ? [] : [gapText(locale, row.gap, before.view.gap, decimals)]),
        ].join(' · ')
  const labels = new Map([...old.rows, ...fresh.rows].map(({ code, label }) => [code, label]))
  const rows = [...labels].map(([code, label]) => ({
    code,
    label,
    before: said(
      old.rows.find((row) => row.code === code),
      old.decimals,
    ),
    after: said(
      fresh.rows.find((row) => row.code === code),
      fresh.decimals,
    ),
  }))
  const changed = rows.filter((row) => row.before !== row.after)
  return (
    <>
      {swap.isSameView ? null : <Notice kind="watch">{locale.text('pages.swap.view')}</Notice>}
      <div class="grid-even">
        <Told locale={locale} figure={before} title="pages.swap.before" />
        <Told locale={locale} figure={after} title="pages.swap.after" />
      </div>
      <section class="card">
        <p>
          {changed.length === 0
            ? locale.text('pages.swap.none')
            : locale.text('pages.swap.changed', { changed: changed.length, all: rows.length })}
        </p>
        {changed.length === 0 ? null : (
          <p class="note">
            {[
              ...fresh.columns.map(({ label }) => label || locale.text('stat.view.value')),
              ...(after.view.gap === 'none' ? [] : [locale.text(`stat.view.gap.${after.view.gap}`)]),
            ].join(' · ')}
          </p>
        )}
        {changed.length === 0 ? null : (
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">{locale.text('stat.view.rows')}</th>
                <th scope="col">{locale.text('pages.swap.before', { version: before.version })}</th>
                <th scope="col">{locale.text('pages.swap.after', { version: after.version })}</th>
              </tr>
            </thead>
            <tbody>
              {changed.slice(0, MOST_ROWS).map((row) => (
                <tr key={row.code}>
                  <th scope="row">{row.label}</th>
                  <td data-label={locale.text('pages.swap.before', { version: before.version })}>
                    {row.before}
                  </td>
                  <td data-label={locale.text('pages.swap.after', { version: after.version })}>
                    {row.after}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <form method="post" class="form">
        <input type="hidden" name="revision" value={revision} />
        <button class="button primary" type="submit" name="version" value={after.version}>
          {locale.text('pages.swap.do', { version: after.version })}
        </button>
      </form>
    </>
  )
}

function pivotIn(locale: Locale, { table, view }: ShownFigure) {
  return pivotOf(table, view, conceptsOf(table), locale.language)
}

function Told(props: {
  locale: Locale
  figure: ShownFigure
  title: 'pages.swap.before' | 'pages.swap.after'
}) {
  const { locale, figure } = props
  const said = figureFindings(locale, figure)
  return (
    <section class="card">
      <h2>{locale.text(props.title, { version: figure.version })}</h2>
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p class="note">{locale.date(figure.provenance.fetchedAt)}</p>
    </section>
  )
}
