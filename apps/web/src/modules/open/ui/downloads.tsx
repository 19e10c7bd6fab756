import { assertReleased, type ReleasedTable } from '@jamvikt/disclosure'
import type { Locale } from '@jamvikt/i18n'
import type { PublishedContent } from '../../statistics/public.ts'
import { MAX_CELLS, MAX_HEAVY_CELLS } from '../api/selection.ts'

const FORMATS = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['px', 'PX'],
  ['json-stat2', 'JSON-stat'],
  ['parquet', 'Parquet'],
] as const

/** The whole published table as files. */
export function Downloads(props: { locale: Locale; site: string; table: ReleasedTable<PublishedContent> }) {
  const { locale, site, table } = props
  assertReleased(table)
  const { dataset, table: cells } = table.payload
  const data = `/api/${site}/v2/tables/${dataset.slug}/data`
  return (
    <section class="card">
      <h2>{locale.text('release.take')}</h2>
      {cells.values.length > MAX_CELLS ? (
        <p>{locale.text('open.tooLarge', { most: locale.number(MAX_CELLS) })}</p>
      ) : (
        <p class="chips">
          {FORMATS.filter(([format]) => format !== 'xlsx' || cells.values.length <= MAX_HEAVY_CELLS).map(
            ([format, name]) => {
              const query = new URLSearchParams({ lang: locale.language, outputFormat: format })
              for (const { id } of cells.dimensions) query.set(`valueCodes[${id}]`, '*')
              return (
                <a class="chip" key={format} href={`${data}?${query}`}>
                  {name}
                </a>
              )
            },
          )}
        </p>
      )}
    </section>
  )
}
