import { basename } from 'node:path'
import { type BaseCell, groupKey, subsetsOf } from '@jamvikt/equity'
import { openTable, readBase } from '@jamvikt/tables'
import type { Texts } from './messages.ts'
import type { Problems } from './options.ts'
import { fileProblem } from './read-mapping.ts'

/** Reads a base table and sums it to every margin. */
export async function readBaseCells(
  file: string,
  texts: Texts,
): Promise<{ ok: true; cells: BaseCell[] } | Problems> {
  const table = await openTable(file, { name: basename(file) })
  if (!table.ok) return fileProblem(table, file, texts)
  const base = await readBase(table)
  if (base.ok) return { ok: true, cells: margins(base.dimensions, base.cells) }
  const { reason } = base
  const said = texts.known(`base.${reason}`, '')
  if (said === '' && !('value' in base)) return fileProblem({ ...base, reason: tableReason(reason) }, file, texts)
  const place = [
    base.row === undefined ? '' : texts.text('place', { row: base.row }),
    base.column === undefined ? '' : texts.text('placeColumn', { column: base.column }),
  ].join('')
  const value = 'value' in base && base.value !== undefined ? ` (${base.value})` : ''
  return { ok: false, problems: [texts.text('baseRefused', { file, place, text: `${said}${value}` })] }
}
