import { assertReleased, type ReleasedTable } from '@jamvikt/disclosure'
import type { Locale } from '@jamvikt/i18n'
import { type TableParts, textOf } from '@jamvikt/tables'
import { Notice } from '@jamvikt/ui'
import type { CellsContent } from '../../release/release-cells.ts'
import type { Concepts } from '../../rules/concepts.ts'
import { pivotOf } from '../../rules/pivot.ts'
import { labelOf, type View } from '../../rules/view.ts'
import { PivotTable } from '../../ui/pivot-table.tsx'
import { ViewChart } from '../../ui/view-chart.tsx'
import { ViewForm } from '../../ui/view-form.tsx'

/** A list that one looks around in: what is chosen above is asked for anew, and every figure shown has its noise. */
export function MicroExplorer(props: {
  locale: Locale
  /** All that can be chosen; the answer holds only what was asked. */
  parts: TableParts
  view: View
  concepts: Concepts
  name: string
  released: ReleasedTable<CellsContent> | null
}) {
  const { locale, parts, view, concepts, released } = props
  return (
    <>
      <ViewForm
        locale={locale}
        parts={parts}
        view={view}
        concepts={concepts}
        hasBorders={false}
        version={null}
      />
      {released === null ? null : <Answer {...props} released={released} />}
    </>
  )
}

function Answer(props: Parameters<typeof MicroExplorer>[0] & { released: ReleasedTable<CellsContent> }) {
  const { locale, parts, view, concepts, released } = props
  assertReleased(released)
  const { table } = released.payload
  const pivot = pivotOf(table, view, concepts, locale.language)
  const nameOf = (id: string) =>
    textOf(parts.dimensions.find((dimension) => dimension.id === id)?.label, locale.language, parts.languages)
  const choices = [...view.chosen].flatMap(([id, code]) => {
    const dimension = parts.dimensions.find((each) => each.id === id)
    if (dimension?.elimination?.total === code) return []
    const label = labelOf(dimension, code, locale.language, parts.languages)
    return [id === concepts.measure ? label : `${nameOf(id)}: ${label}`]
  })
  const of = view.of === null ? [] : [locale.text('stat.view.of.all', { name: nameOf(view.of) })]
  const caption = [props.name, ...of, ...choices].join(' · ')
  return (
    <>
      <Notice kind="watch">
        <strong>{locale.text('micro.noise.title')}.</strong>{' '}
        {(table.notes ?? [])
          .filter(({ mandatory }) => mandatory)
          .map(({ text }) => textOf(text, locale.language, table.languages))
          .join(' ')}
      </Notice>
      {view.chart === 'table' ? null : (
        <ViewChart
          locale={locale}
          pivot={pivot}
          view={view}
          concepts={concepts}
          title={caption}
          boundaries={undefined}
        />
      )}
      <PivotTable locale={locale} pivot={pivot} view={view} caption={caption} rowsName={nameOf(view.rows)} />
      {(table.notes ?? [])
        .filter(({ mandatory }) => !mandatory)
        .map(({ text }) => {
          const words = textOf(text, locale.language, table.languages)
          return (
            <p class="note" key={words}>
              {words}
            </p>
          )
        })}
    </>
  )
}
