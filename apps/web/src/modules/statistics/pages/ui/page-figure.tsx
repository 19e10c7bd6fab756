import type { Locale } from '@jamvikt/i18n'
import type { MapBoundaries } from '../../map-boundaries.ts'
import { conceptsOf } from '../../rules/concepts.ts'
import { panelsOf, pivotOf } from '../../rules/pivot.ts'
import { queryOf } from '../../rules/view.ts'
import { captionOf, nameOf } from '../../ui/caption.ts'
import { findingTexts } from '../../ui/finding-text.ts'
import { PivotTable } from '../../ui/pivot-table.tsx'
import { ViewChart, ViewPanels } from '../../ui/view-chart.tsx'
import { boundariesFor } from '../../ui/view-map.tsx'
import type { Block } from '../model-pages.ts'
import type { ShownFigure } from '../service/shown-page.ts'
import { Words } from './words.tsx'

/** Where tables and indicators are, for those who read the page. */
export interface Places {
  readonly table: (slug: string, view: string, version: number) => string
  readonly indicator: (address: string | null) => string
}

/** One figure of a page: drawn and told as where it was found, with the writer’s words and where it comes from. */
export function PageFigure(props: {
  locale: Locale
  block: Block
  figure: ShownFigure
  boundaries: MapBoundaries | undefined
  places: Places
}) {
  const { locale, block, figure } = props
  const { dataset, table, view, version, provenance } = figure
  const concepts = conceptsOf(table)
  const pivot = pivotOf(table, view, concepts, locale.language)
  const panels = panelsOf(table, view, concepts, locale.language)
  const selection = captionOf(locale, dataset.name, table, view)
  const title = block.heading || selection
  const drawn = { locale, view, concepts, title, boundaries: boundariesFor({ ...props, concepts }) }
  const rowsName = nameOf(locale, table, view.rows)
  const isTable = view.chart === 'table' || view.chart === 'heat'
  const tables =
    panels.length > 0
      ? panels.map((panel) => (
          <PivotTable
            key={panel.code}
            locale={locale}
            pivot={panel.pivot}
            view={view}
            caption={`${panel.label} · ${isTable ? title : selection}`}
            rowsName={rowsName}
          />
        ))
      : [
          <PivotTable
            key="all"
            locale={locale}
            pivot={pivot}
            view={view}
            caption={isTable ? title : selection}
            rowsName={rowsName}
          />,
        ]
  return (
    <div class="page-figure">
      <Words text={block.body} />
      {(panels.length > 0 ? [] : findingTexts(locale, pivot, view, concepts)).map((text) => (
        <p class="finding" key={text}>
          {text}
        </p>
      ))}
      {panels.length > 0 ? (
        <ViewPanels {...drawn} pivot={pivot} panels={panels} />
      ) : (
        <ViewChart {...drawn} pivot={pivot} mark={`${block.id}-`} />
      )}
      {isTable ? (
        tables
      ) : (
        <details>
          <summary>{locale.text('pages.numbers')}</summary>
          {tables}
        </details>
      )}
      {figure.comments.map(({ id, body, createdAt }) => (
        <blockquote class="notice" key={id}>
          <p class="note">{locale.text('pages.comment', { date: locale.date(createdAt) })}</p>
          <p>{body}</p>
        </blockquote>
      ))}
      <p class="note">
        {title === selection ? '' : `${selection}. `}
        {locale.text('pages.source', {
          producer: dataset.source.producer,
          version,
          date: locale.date(provenance.fetchedAt),
        })}{' '}
        {dataset.synthetic ? `${locale.text('synthetic')}. ` : ''}
        {figure.newer === null ? '' : `${locale.text('pages.source.newer')} `}
        <a href={props.places.table(dataset.slug, queryOf(view).toString(), version)}>
          {locale.text('pages.source.table')}
        </a>
      </p>
    </div>
  )
}

/** What a figure says, in sentences. */
export function figureFindings(locale: Locale, { table, view }: ShownFigure): string[] {
  const concepts = conceptsOf(table)
  return findingTexts(locale, pivotOf(table, view, concepts, locale.language), view, concepts)
}
