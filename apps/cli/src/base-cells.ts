import { basename } from 'node:path'
import { type BaseCell, baseMargins } from '@jamvikt/equity'
import { BASE_REASONS, type BaseRefusal, openTable, readBase, type TableRefusal } from '@jamvikt/tables'
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
  if (base.ok) return { ok: true, cells: baseMargins(base.cells) }
  if (!isBaseRefusal(base)) return fileProblem(base, file, texts)
  const { reason, row, column, value } = base
  const place = [
    row === undefined ? '' : texts.text('place', { row }),
    column === undefined ? '' : texts.text('placeColumn', { column }),
  ].join('')
  const said = texts.text(`base.${reason}`)
  const text = value === undefined ? said : `${said} (${value})`
  return { ok: false, problems: [texts.text('baseRefused', { file, place, text })] }
}

function isBaseRefusal(refusal: BaseRefusal | TableRefusal): refusal is BaseRefusal {
  return BASE_REASONS.some((reason) => reason === refusal.reason)
}
