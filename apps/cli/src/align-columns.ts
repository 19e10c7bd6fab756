/** Lines of cells in columns two spaces apart: figures to the right, the columns named in `left` to the left. */
export function alignColumns(rows: readonly (readonly string[])[], left: readonly number[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))))
  return rows
    .map((row) =>
      widths
        .map((width, at) => {
          const cell = row[at] ?? ''
          const space = ' '.repeat(width - widthOf(cell))
          return left.includes(at) ? cell + space : space + cell
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const widthOf = (text: string): number => [...text.normalize('NFC')].length
