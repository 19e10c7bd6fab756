import { basename } from 'node:path'
import { type BaseCell, groupKey, subsetsOf } from '@jamvikt/equity'
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
  if (base.ok) return { ok: true, cells: margins(base.dimensions, base.cells) }
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

function margins(dimensions: readonly string[], cells: readonly BaseCell[]): BaseCell[] {
  const sums = new Map<string, BaseCell>()
  for (const names of subsetsOf(dimensions)) {
    for (const cell of cells) {
      const by = Object.fromEntries(names.map((name) => [name, cell.by[name] ?? '']))
      const key = groupKey(by)
      sums.set(key, { by, count: (sums.get(key)?.count ?? 0) + cell.count })
    }
  }
  return [...sums.values()]
}

/** Labels by the size of their population, smallest first: what is public decides which groups hide with others. */
export function smallestFirst(base: readonly BaseCell[]): Record<string, string[]> {
  const single = base.flatMap(({ by, count }) => {
    const [entry, ...more] = Object.entries(by)
    return entry === undefined || more.length > 0 ? [] : [{ name: entry[0], label: entry[1], count }]
  })
  return Object.fromEntries(
    [...Map.groupBy(single, ({ name }) => name)].map(([name, labels]) => [
      name,
      labels.sort((a, b) => a.count - b.count || (a.label < b.label ? -1 : 1)).map(({ label }) => label),
    ]),
  )
}
