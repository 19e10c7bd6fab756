import type { Locale } from '@jamvikt/i18n'
import type { FieldError } from '@jamvikt/ui'
import type { Status } from '../../follow/model-follow.ts'
import type { Waiting } from '../rules/broken-after.ts'
import {
  COLUMNS,
  fieldAt,
  placeKey,
  type TimeColumn,
  type TimeGrid,
  type TimeRow,
} from '../rules/time-grid.ts'
import { RowState } from './row-state.tsx'

export interface TimeTableProps {
  readonly locale: Locale
  readonly grid: TimeGrid
  /** The plan’s address. */
  readonly here: string
  readonly today: string
  readonly told: ReadonlyMap<string, Status>
  readonly waiting: readonly Waiting[]
  readonly mayWrite: boolean
  /** What is typed in cells and not saved. */
  readonly typed: ReadonlyMap<string, string>
  readonly picked: ReadonlySet<string>
  readonly errors: readonly FieldError[]
}

const ROLES = 'time-roles'
/** Columns whose words may be longer than their field. */
const LONG: ReadonlySet<TimeColumn> = new Set(['name', 'unit', 'responsible'])

/** The time plan as a table with a field in each cell; a script makes it a grid that keys move about in. */
export function TimeTable(props: TimeTableProps) {
  const { locale, grid, mayWrite, waiting } = props
  const broken = new Map(
    waiting.flatMap((each) => (each.isBroken ? [[each.row.item.id, each] as const] : [])),
  )
  const typing = props.errors.length > 0 || props.typed.size > 0
  return (
    <div class="time-box" tabIndex={0} role="region" aria-label={locale.text('time.table')}>
      <table
        class="time-grid"
        data-time-grid={mayWrite ? 'edit' : 'read'}
        data-changed-words={locale.text('time.live.changed', { count: '{count}' })}
        data-picked-words={locale.text('time.live.picked', { count: '{count}' })}
        data-toggle-words={locale.text('time.toggle')}
        data-dirty={typing ? 'on' : undefined}
      >
        <caption>{locale.text('time.table')}</caption>
        <thead>
          <tr>
            {mayWrite ? <th scope="col">{locale.text('time.pick')}</th> : null}
            <th scope="col">{locale.text('time.number')}</th>
            {COLUMNS.map((column) => (
              <th key={column} class={`time-${column}`} scope="col">
                {locale.text(`time.col.${column}`)}
              </th>
            ))}
            <th scope="col">{locale.text('plan.col.state')}</th>
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <Row key={row.item.id} {...props} row={row} broken={broken.get(row.item.id)} />
          ))}
        </tbody>
      </table>
      {mayWrite ? (
        <datalist id={ROLES}>
          {grid.tree.all('role').map(({ id, fields }) => (
            <option key={id} value={fields.name} />
          ))}
        </datalist>
      ) : null}
    </div>
  )
}

type RowProps = TimeTableProps & { readonly row: TimeRow; readonly broken: Waiting | undefined }

function Row(props: RowProps) {
  const { locale, row, here, mayWrite } = props
  const { item, number, level } = row
  const label = `${number} ${item.fields.name}`
  return (
    <tr id={`row-${item.id}`} class={`time-${item.kind}`} data-level={level} data-row={item.id}>
      {mayWrite ? (
        <td class="pick">
          <input
            type="checkbox"
            name="pick"
            value={item.id}
            checked={props.picked.has(item.id)}
            aria-label={locale.text('time.pick.row', { row: label })}
          />
        </td>
      ) : null}
      <td class="number">
        <a href={`${here}/items/${item.id}`} aria-label={locale.text('time.open', { row: label })}>
          {number}
        </a>
      </td>
      {COLUMNS.map((column) => (
        <Cell key={column} {...props} column={column} label={label} />
      ))}
      <td class="state">
        <RowState {...props} />
      </td>
    </tr>
  )
}

function Cell(props: RowProps & { column: TimeColumn; label: string }) {
  const { locale, grid, row, column, label, mayWrite, broken } = props
  const Tag = column === 'name' ? 'th' : 'td'
  const scope = column === 'name' ? { scope: 'row' as const } : {}
  const level = column === 'name' ? ` depth-${Math.min(row.level - 1, 4)}` : ''
  const kind =
    column === 'name' && (row.item.kind === 'phase' || row.item.kind === 'milestone') ? (
      <small class="note">{locale.text(`plan.kind.${row.item.kind}`)}</small>
    ) : null
  if (fieldAt(row.item.kind, column) === null) return <td class={`time-${column} no-place`} />
  const key = placeKey(row.item.id, column)
  const text = props.typed.get(key) ?? grid.text(row, column)
  const error = props.errors.find(({ field }) => field === key)?.text
  return (
    <Tag class={`time-${column}${level}`} {...scope}>
      {mayWrite ? (
        <input
          id={error === undefined ? undefined : key}
          name={key}
          type="text"
          class={props.typed.has(key) ? 'changed' : undefined}
          value={text}
          title={LONG.has(column) && text !== '' ? text : undefined}
          {...(column === 'responsible' ? { list: ROLES } : {})}
          aria-label={`${locale.text(`time.col.${column}`)}, ${label}`}
          aria-invalid={error === undefined ? undefined : 'true'}
          aria-describedby={error === undefined ? undefined : `${key}-error`}
        />
      ) : (
        text
      )}
      {kind}
      {error === undefined ? null : (
        <small class="field-error" id={`${key}-error`}>
          {error}
        </small>
      )}
      {column === 'after' && broken !== undefined ? (
        <small class="broken-note">
          ▲ {locale.text('time.broken.cell', { first: broken.first.number, ends: broken.ends })}
        </small>
      ) : null}
    </Tag>
  )
}
