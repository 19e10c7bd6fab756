import type { LaidCell, LaidRow, LaidTable } from '../documents/laid-out.ts'

/** A table of a report: caption, headings of columns and rows, notes and source. */
export function ReportTableView({ table }: { table: LaidTable }) {
  const { head, rows, headerColumns, aligns } = table
  const columns = aligns.length
  return (
    <div class="report-table">
      <div class="scroll" tabIndex={0} role="region" aria-label={`${table.label}. ${table.caption}`}>
        <table>
          <caption>
            <span class="report-label">{table.label}.</span> {table.caption}
          </caption>
          <thead>
            {head.map((row, level) => (
              <HeadRow key={level} row={row} aligns={aligns} isLast={level === head.length - 1} />
            ))}
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at} class={row.role === 'body' ? undefined : `report-${row.role}`}>
                {spansAll(row) ? (
                  <th scope="colgroup" colSpan={columns}>
                    {row.cells[0]?.text}
                  </th>
                ) : (
                  row.cells.map((cell, place) => (
                    <Cell
                      key={place}
                      cell={cell}
                      align={aligns[place] ?? 'start'}
                      isHead={place < headerColumns}
                    />
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {[...table.notes, table.source]
        .filter((text) => text !== '')
        .map((text) => (
          <p key={text} class="note">
            {text}
          </p>
        ))}
    </div>
  )
}

const spansAll = ({ role, cells }: LaidRow) =>
  role === 'group' && cells.slice(1).every(({ text }) => text === '')

function HeadRow(props: { row: LaidTable['head'][number]; aligns: LaidTable['aligns']; isLast: boolean }) {
  let from = 0
  return (
    <tr>
      {props.row.map(({ text, columns }) => {
        const at = from
        from += columns
        const align =
          props.isLast && props.aligns[at] === 'end' ? 'n' : columns > 1 ? 'report-over' : undefined
        // A place above a column that says nothing heads nothing.
        return text === '' ? (
          <td key={at} colSpan={columns} />
        ) : (
          <th key={at} scope={columns > 1 ? 'colgroup' : 'col'} colSpan={columns} class={align}>
            {text}
          </th>
        )
      })}
    </tr>
  )
}

function Cell(props: { cell: LaidCell; align: 'start' | 'end'; isHead: boolean }) {
  const { text, tone } = props.cell
  const said = tone === undefined ? text : <span class={`report-tone-${tone}`}>{text}</span>
  const name = props.align === 'end' ? 'n' : undefined
  return props.isHead ? (
    <th scope="row" class={name}>
      {said}
    </th>
  ) : (
    <td class={name}>{said}</td>
  )
}
