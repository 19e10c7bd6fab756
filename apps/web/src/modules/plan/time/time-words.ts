import type { Locale } from '@jamvikt/i18n'
import type { FieldError } from '@jamvikt/ui'
import type { WebContext } from '../../../platform/http/context.ts'
import { fieldsOf } from '../model-items.ts'
import type { RingStep } from '../rules/after-itself.ts'
import type { Edit, EditFault } from './rules/edits.ts'
import type { PasteFault } from './rules/paste-rows.ts'
import type { Seen } from './rules/seen.ts'
import { columnOf, placeKey, type TimeGrid } from './rules/time-grid.ts'
import type { RowClash } from './service/change-rows.ts'

/** Steps of a ring that are told. */
const MOST_STEPS = 10

/** What is wrong with cells, each with its row and its column. */
export function faultTexts(
  c: WebContext,
  grid: TimeGrid,
  seen: Seen,
  faults: readonly EditFault[],
  placeOf: (fault: EditFault) => string = () => '',
): FieldError[] {
  const locale = c.get('locale')
  return faults.map((fault) => {
    const row = grid.row(fault.id)
    const [number, name] = row === null ? (seen.rows[fault.id] ?? []) : [row.number, row.item.fields.name]
    return {
      field: placeKey(fault.id, fault.column),
      text: [
        placeOf(fault),
        `${number ?? ''} ${name ?? ''}, ${locale.text(`time.col.${fault.column}`)}:`.trim(),
        locale.dynamic(`time.fault.${fault.reason}`, fault.reason, {
          text: fault.ring === undefined ? fault.text.slice(0, 80) : ringText(locale, grid, fault.ring),
        }),
      ]
        .filter(Boolean)
        .join(' '),
    }
  })
}

/** Who waits for whom in a ring, by the numbers of rows. */
function ringText(locale: Locale, grid: TimeGrid, ring: readonly RingStep[]): string {
  const number = (id: string) => grid.row(id)?.number ?? locale.text('time.removed')
  const steps = ring.map(({ id, first }) =>
    locale.text('time.ring.step', { row: number(id), first: number(first) }),
  )
  return [...steps.slice(0, MOST_STEPS), ...(steps.length > MOST_STEPS ? ['…'] : [])].join(', ')
}

/** What others have written in cells meanwhile, beside what is typed. */
export function clashTexts(
  c: WebContext,
  grid: TimeGrid,
  clash: RowClash,
  edits: readonly Edit[],
): FieldError[] {
  const locale = c.get('locale')
  const { latest, trail, fields } = clash
  const row = grid.row(latest.id)
  if (row === null) return []
  return fields.flatMap((field) => {
    const column = columnOf(row.item.kind, field)
    if (column === null) return []
    const mine = edits.find((edit) => edit.id === latest.id && edit.column === column)?.text
    return [
      {
        field: placeKey(latest.id, column),
        text: locale.text('time.clash.cell', {
          cell: `${row.number} ${row.item.fields.name}, ${locale.text(`time.col.${column}`)}`,
          name: trail.changedBy,
          theirs: grid.textOf(column, fieldsOf(latest)[field]) || '–',
          mine: mine || '–',
        }),
      },
    ]
  })
}

/** What cannot be taken of a pasted block. */
export function pasteFault(c: WebContext, { row, column, text, reason }: PasteFault): string {
  const locale = c.get('locale')
  if (reason === 'too-large') return locale.text('time.paste.fault.too-large')
  return `${locale.text('time.paste.place', { row, column })} ${locale.text(`time.paste.fault.${reason}`, { text })}`
}
