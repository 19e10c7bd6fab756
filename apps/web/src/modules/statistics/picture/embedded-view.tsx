import { panelsOf, pivotOf } from '../rules/pivot.ts'
import { captionOf, nameOf } from '../ui/caption.ts'
import { PivotTable } from '../ui/pivot-table.tsx'
import { ViewChart, ViewPanels } from '../ui/view-chart.tsx'
import { boundariesFor } from '../ui/view-map.tsx'
import { drawnView } from './drawn-view.ts'
import { type Pictured, sourceText } from './picture.tsx'

/** A view as it stands on another website: the chart or map, where it comes from, and the way to the table. */
export function EmbeddedView(props: Pictured & { page: string }) {
  const { locale, dataset, table, concepts } = props
  const view = drawnView(props.view, table, concepts)
  const pivot = pivotOf(table, view, concepts, locale.language)
  const title = captionOf(locale, dataset.name, table, view)
  const drawn = { locale, pivot, view, concepts, title, boundaries: boundariesFor(props) }
  return (
    <>
      {view.panels === null ? (
        <ViewChart {...drawn} />
      ) : (
        <ViewPanels {...drawn} panels={panelsOf(table, view, concepts, locale.language)} />
      )}
      {view.chart === 'heat' ? (
        <PivotTable
          locale={locale}
          pivot={pivot}
          view={view}
          caption={title}
          rowsName={nameOf(locale, table, view.rows)}
        />
      ) : null}
      <p class="note">
        {dataset.synthetic ? <strong>{locale.text('synthetic')} </strong> : null}
        {sourceText(props)}{' '}
        <a href={props.page} target="_blank" rel="noopener">
          {locale.text('picture.embed.whole')}
        </a>
      </p>
    </>
  )
}
