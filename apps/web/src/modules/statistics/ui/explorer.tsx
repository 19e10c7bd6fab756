import type { Locale } from '@jamvikt/i18n'
import type { StatTable } from '@jamvikt/tables'
import { Notice, Ranking } from '@jamvikt/ui'
import type { MapBoundaries } from '../map-boundaries.ts'
import type { Dataset, Provenance } from '../model-datasets.ts'
import type { Concepts } from '../rules/concepts.ts'
import { agesCovered } from '../rules/coverage.ts'
import { gapFinding, gapOfGaps } from '../rules/findings.ts'
import { decimalsOf, type Pivot, type PivotRow, panelsOf, pivotOf } from '../rules/pivot.ts'
import { presentationFindings } from '../rules/presentation.ts'
import type { View } from '../rules/view.ts'
import { AreaBreaks } from './area-breaks.tsx'
import { captionOf, nameOf } from './caption.ts'
import { gapText } from './figure-text.ts'
import { findingTexts } from './finding-text.ts'
import { PictureLinks } from './picture-links.tsx'
import { PivotTable } from './pivot-table.tsx'
import { PresentationNotes } from './presentation-notes.tsx'
import { ViewChart, ViewPanels } from './view-chart.tsx'
import { ViewForm } from './view-form.tsx'
import { boundariesFor } from './view-map.tsx'
import { WhyThisFigure } from './why-this-figure.tsx'

export interface Explored {
  readonly locale: Locale
  readonly dataset: Dataset
  readonly version: number
  readonly provenance: Provenance
  readonly table: StatTable
  readonly view: View
  readonly concepts: Concepts
  readonly boundaries: MapBoundaries | undefined
  /** Whether anybody may see the page: then files are not named. */
  readonly isOpen: boolean
  /** The page's address within the site. */
  readonly address: string
  /** The site's own address, where the view may be shown on others. */
  readonly embedFrom?: string
}

/** A table that one looks around in: what is shown is chosen above, drawn, told in words, and stands as a table. */
export function Explorer(props: Explored) {
  const { locale, dataset, table, view, concepts, isOpen } = props
  const pivot = pivotOf(table, view, concepts, locale.language)
  const panels = panelsOf(table, view, concepts, locale.language)
  const caption = captionOf(locale, dataset.name, table, view)
  const rowsName = nameOf(locale, table, view.rows)
  const ages = agesCovered(table, concepts)
  const boundaries = boundariesFor(props)
  const drawn = { locale, view, concepts, title: caption, boundaries }
  const earlier = props.version === dataset.version || isOpen ? null : props.version
  const pictures = (
    <PictureLinks
      locale={locale}
      address={props.address}
      view={view}
      title={caption}
      version={earlier}
      embedFrom={props.embedFrom ?? null}
    />
  )
  return (
    <>
      <ViewForm
        locale={locale}
        parts={table}
        view={view}
        concepts={concepts}
        hasBorders={boundaries !== undefined}
        hasPanels
        version={earlier}
      />
      {ages === null ? null : (
        <Notice kind="watch">
          {locale.text('stat.draft.ages', { from: locale.number(ages.from), to: locale.number(ages.to) })}
        </Notice>
      )}
      {panels.length > 0 ? (
        <>
          <ViewPanels {...drawn} pivot={pivot} panels={panels} />
          {pictures}
          {panels.map((panel) => (
            <PivotTable
              key={panel.code}
              locale={locale}
              pivot={panel.pivot}
              view={view}
              caption={`${panel.label} · ${caption}`}
              rowsName={rowsName}
            />
          ))}
        </>
      ) : (
        <>
          {findingTexts(locale, pivot, view, concepts).map((text) => (
            <p class="lede" key={text}>
              {text}
            </p>
          ))}
          {view.rows === concepts.time ? null : <Ends locale={locale} pivot={pivot} view={view} />}
          <ViewChart {...drawn} pivot={pivot} />
          {pictures}
          <PivotTable locale={locale} pivot={pivot} view={view} caption={caption} rowsName={rowsName} />
        </>
      )}
      <AreaBreaks locale={locale} parts={table} view={view} concepts={concepts} />
      <p class="note only-print">
        {locale.text('pages.source', {
          producer: dataset.source.producer,
          version: props.version,
          date: locale.date(props.provenance.fetchedAt),
        })}{' '}
        {dataset.licence}
      </p>
      <WhyThisFigure {...props} />
      {isOpen ? null : (
        <PresentationNotes
          locale={locale}
          findings={presentationFindings(table, view, concepts, dataset, pivot)}
          version={earlier}
        />
      )}
    </>
  )
}

const RANKED = { scale: 'sequential', classes: 1 } as const

/** The rows with the lowest and the highest gap. */
function Ends({ locale, pivot, view }: { locale: Locale; pivot: Pivot; view: View }) {
  const found = gapFinding(pivot, view)
  if (found === null || gapOfGaps(pivot, view) !== null) return null
  const ranked = (row: PivotRow) => ({
    name: row.label,
    text: gapText(locale, row.gap, view.gap, decimalsOf(pivot, row)),
    place: null,
  })
  return (
    <div class="card grid-even">
      <Ranking {...RANKED} title={locale.text('stat.find.lowest')} places={found.lowest.map(ranked)} />
      <Ranking {...RANKED} title={locale.text('stat.find.highest')} places={found.highest.map(ranked)} />
    </div>
  )
}
