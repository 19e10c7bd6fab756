import { sayTime } from '@jamvikt/equity'
import type { Locale } from '@jamvikt/i18n'
import { type StatTable, textOf } from '@jamvikt/tables'
import { Notice, Ranking } from '@jamvikt/ui'
import type { MapBoundaries } from '../map-boundaries.ts'
import type { Dataset, Provenance } from '../model-datasets.ts'
import type { Concepts } from '../rules/concepts.ts'
import { agesCovered } from '../rules/coverage.ts'
import { gapFinding, gapOfGaps } from '../rules/findings.ts'
import { type Pivot, type PivotRow, pivotOf } from '../rules/pivot.ts'
import { pointsOf, seriesSentences } from '../rules/series.ts'
import { ALL, labelOf, type View } from '../rules/view.ts'
import { gapText } from './figure-text.ts'
import { PivotTable } from './pivot-table.tsx'
import { ViewChart } from './view-chart.tsx'
import { ViewForm } from './view-form.tsx'

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
}

/** A table that one looks around in: what is shown is chosen above, drawn, told in words, and stands as a table. */
export function Explorer(props: Explored) {
  const { locale, dataset, table, view, concepts } = props
  const pivot = pivotOf(table, view, concepts, locale.language)
  const name = (id: string) =>
    textOf(
      table.dimensions.find((dimension) => dimension.id === id)?.label,
      locale.language,
      table.languages,
    ) || id
  const caption = captionOf(props, name)
  const ages = agesCovered(table, concepts)
  return (
    <>
      <ViewForm
        locale={locale}
        parts={table}
        view={view}
        concepts={concepts}
        hasBorders={boundariesFor(props) !== undefined}
        version={props.version === dataset.version || props.isOpen ? null : props.version}
      />
      {ages === null ? null : (
        <Notice kind="watch">
          {locale.text('stat.draft.ages', { from: locale.number(ages.from), to: locale.number(ages.to) })}
        </Notice>
      )}
      {view.rows === concepts.time ? (
        <Movement locale={locale} pivot={pivot} view={view} />
      ) : (
        <Findings locale={locale} pivot={pivot} view={view} />
      )}
      {view.chart === 'table' ? null : (
        <ViewChart
          locale={locale}
          pivot={pivot}
          view={view}
          concepts={concepts}
          title={caption}
          boundaries={boundariesFor(props)}
        />
      )}
      <PivotTable locale={locale} pivot={pivot} view={view} caption={caption} rowsName={name(view.rows)} />
      <WhyThisFigure {...props} name={name} />
    </>
  )
}

/** The true boundaries of the places that a view has as rows, where there are any. */
function boundariesFor({ boundaries, concepts }: Explored) {
  return boundaries?.[concepts.place?.level === 'county' ? 'county' : 'municipality']
}

/** What a view shows, in words: the dataset's name and every choice that is not the only one. */
function captionOf({ locale, dataset, table, view }: Explored, name: (id: string) => string): string {
  const choices = [...view.chosen].flatMap(([id, code]) => {
    const dimension = table.dimensions.find((each) => each.id === id)
    if (dimension === undefined) return []
    const label =
      code === ALL ? locale.text('stat.view.all') : labelOf(dimension, code, locale.language, table.languages)
    return dimension.categories.length > 1 ? [`${name(id)}: ${label}`] : [label]
  })
  const of = view.of === null ? [] : [locale.text('stat.view.of.all', { name: name(view.of) })]
  return [dataset.name, ...of, ...choices].join(' · ')
}

/** How a series of years moves, in words. */
function Movement({ locale, pivot, view }: { locale: Locale; pivot: Pivot; view: View }) {
  if (view.gap === 'none') return null
  return (
    <>
      {seriesSentences(pointsOf(pivot, view.gap), view.gap).map((sentence) => (
        <p class="lede" key={sentence.key}>
          {sayTime(sentence, locale.language)}
        </p>
      ))}
    </>
  )
}

const RANKED = { scale: 'sequential', classes: 1 } as const

function Findings({ locale, pivot, view }: { locale: Locale; pivot: Pivot; view: View }) {
  const found = gapFinding(pivot, view)
  const between = gapOfGaps(pivot, view)
  const said = (row: PivotRow | undefined) => gapText(locale, row?.gap ?? null, view.gap, pivot.decimals)
  if (between !== null)
    return (
      <p class="lede">
        {locale.text('stat.find.gapOfGaps', {
          difference: locale.figure(between.points, 1),
          a: between.larger.label,
          gapA: said(between.larger),
          b: between.smaller.label,
          gapB: said(between.smaller),
        })}
      </p>
    )
  if (found === null) return null
  const ranked = (row: PivotRow) => ({ name: row.label, text: said(row), place: null })
  const [low, high] = [found.lowest[0], found.highest[0]]
  return (
    <>
      <p class="lede">
        {locale.text(view.gap === 'share' ? 'stat.find.share' : 'stat.find.ratio', {
          below: locale.number(found.below),
          all: locale.number(found.all),
          low: low?.label ?? '',
          lowGap: said(low),
          high: high?.label ?? '',
          highGap: said(high),
        })}
      </p>
      <div class="card grid-even">
        <Ranking {...RANKED} title={locale.text('stat.find.lowest')} places={found.lowest.map(ranked)} />
        <Ranking {...RANKED} title={locale.text('stat.find.highest')} places={found.highest.map(ranked)} />
      </div>
    </>
  )
}

/** Where a figure comes from, how it was chosen and what protects whoever stands behind it. */
function WhyThisFigure(props: Explored & { name: (id: string) => string }) {
  const { locale, dataset, version, provenance, table, view, name } = props
  const notes = [...(table.notes ?? []), ...table.dimensions.flatMap((dimension) => dimension.notes ?? [])]
  const chosen = [...view.chosen].map(
    ([id, code]) =>
      `${name(id)}: ${
        code === ALL
          ? locale.text('stat.view.all')
          : labelOf(
              table.dimensions.find((dimension) => dimension.id === id),
              code,
              locale.language,
              table.languages,
            )
      }`,
  )
  const facts: readonly (readonly [string, string])[] = [
    [locale.text('stat.why.source'), dataset.source.producer],
    ...(provenance.fileName === null || props.isOpen
      ? []
      : [[locale.text('stat.why.file'), provenance.fileName] as const]),
    [locale.text('stat.why.fetched'), locale.time(provenance.fetchedAt)],
    ...(provenance.sourceUpdated === null
      ? []
      : [[locale.text('stat.why.sourceUpdated'), provenance.sourceUpdated] as const]),
    [locale.text('stat.why.version'), String(version)],
    [locale.text('stat.why.licence'), dataset.licence],
    ...(chosen.length === 0 ? [] : [[locale.text('stat.why.selection'), chosen.join('; ')] as const]),
    [
      locale.text('stat.why.protection'),
      locale.text(`stat.why.protection.${dataset.source.kind === 'released' ? 'released' : 'public'}`),
    ],
  ]
  return (
    <details class="card">
      <summary>{locale.text('stat.why')}</summary>
      <dl class="facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {notes.length > 0 ? (
        <>
          <h3>{locale.text('stat.why.notes')}</h3>
          {notes.map(({ text }) => {
            const words = textOf(text, locale.language, table.languages)
            return <p key={words}>{words}</p>
          })}
        </>
      ) : null}
    </details>
  )
}
