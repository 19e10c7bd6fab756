import { assertReleased } from '@jamvikt/disclosure'
import type { Locale } from '@jamvikt/i18n'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { FindingDoor } from '../../funding/public.ts'
import { swedishDay } from '../../plan/public.ts'
import {
  captionOf,
  conceptsOf,
  type MapBoundaries,
  nameOf,
  type Pictured,
  pictureSvg,
  pivotDecimals,
  pivotOf,
  publishedTable,
  shareText,
  viewOf,
} from '../../statistics/public.ts'
import type { Outside } from '../live/compose.ts'
import { figureCell } from '../live/figure-cell.ts'
import type { TableInput } from '../live/live-data.ts'
import type { SourceBlock } from '../model-content.ts'

type FigureSource = Extract<SourceBlock, { kind: 'figure' }>
type FindingSource = Extract<SourceBlock, { kind: 'finding' }>

/** More rows are the table’s own page to show. */
const MOST_ROWS = 60

/** What a block from outside the plan shows; `null` where it is not open any longer. */
export async function figureOutside(
  db: TenantDb,
  locale: Locale,
  source: FigureSource,
  place: { readonly regionName: string; readonly boundaries: MapBoundaries | undefined },
): Promise<Outside | null> {
  const released = await publishedTable(db, source.dataset, new Date())
  if (released === null) return null
  assertReleased(released)
  const { dataset, version, provenance, table } = released.payload
  const concepts = conceptsOf(table)
  const query = new URLSearchParams(source.view)
  const view = viewOf((name) => query.get(name) ?? undefined, table, concepts)
  const pictured: Pictured = {
    locale,
    dataset,
    version,
    provenance,
    table,
    view,
    concepts,
    boundaries: place.boundaries,
    region: place.regionName,
  }
  const date = swedishDay(new Date(provenance.fetchedAt))
  const origin = { producer: dataset.source.producer, version: String(version), date }
  const caption = source.heading || captionOf(locale, dataset.name, table, view)
  const rests = [{ name: dataset.name, version: String(version), date }]
  const outside = { rests, synthetic: dataset.synthetic }
  if (view.chart !== 'table') {
    const { text, width, height } = pictureSvg(pictured)
    return {
      ...outside,
      blocks: [
        { kind: 'figure', svg: text, width, height, caption, alt: shareText(pictured), source: origin },
      ],
    }
  }
  return {
    ...outside,
    blocks: [{ kind: 'table', table: { ...pivotTable(pictured), caption, source: origin } }],
  }
}

/** A view as a table, with every figure that is missing told as such. */
function pivotTable({
  locale,
  table,
  view,
  concepts,
}: Pictured): Pick<TableInput, 'head' | 'rows' | 'notes'> {
  const pivot = pivotOf(table, view, concepts, locale.language)
  const rows = pivot.rows.slice(0, MOST_ROWS)
  const left = pivot.rows.length + pivot.left - rows.length
  return {
    head: [
      [
        { text: nameOf(locale, table, view.rows) },
        ...pivot.columns.map(({ label }) => ({
          text: label || pivot.unit || locale.text('doc.figure.value'),
        })),
      ],
    ],
    rows: rows.map((row) => ({
      cells: [
        { type: 'text', text: row.label },
        ...row.figures.map((figure, at) => {
          const decimals = Math.min(9, pivotDecimals(pivot, row, pivot.columns[at]))
          return figureCell(locale, figure, decimals)
        }),
      ],
    })),
    notes: [
      ...(pivot.unit === '' ? [] : [locale.text('doc.figure.unit', { unit: pivot.unit })]),
      ...(left > 0
        ? [
            locale.text('stat.chart.first', {
              shown: locale.number(rows.length),
              all: locale.number(rows.length + left),
            }),
          ]
        : []),
    ],
  }
}

/** What the audit of a released list says; `null` where nothing of it stands. */
export async function findingOutside(
  door: FindingDoor,
  actor: Actor,
  locale: Locale,
  source: FindingSource,
): Promise<Outside | null> {
  const found = await door.read(actor, locale, source.release)
  if (found === null) return null
  const { list, periods, releasedAt, synthetic, headline, sentences, caution } = found
  const version = locale.text('doc.finding.version', { periods })
  return {
    blocks: [{ kind: 'finding', sentence: `**${headline}**`, cautions: [...sentences, caution] }],
    rests: [{ name: list, version, date: swedishDay(releasedAt) }],
    synthetic,
  }
}
