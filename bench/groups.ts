// The tables of a release: how many groups are shown, and how the time grows with cases and with groups.
import { createHash } from 'node:crypto'
import { protectGroups, type TrueCell } from '@jamvikt/disclosure'
import { subsetsOf, tabulate } from '@jamvikt/equity'
import { type CaseRecord, encodeCases, openTable, parseMapping, readCases } from '@jamvikt/tables'
import { demoMapping } from '../apps/web/src/demo/mapping.ts'
import { largeCsv } from './large-list.ts'
import { machine, startResults } from './results.ts'

const { note, write } = startResults()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const OTHERS = ['age', 'industry', 'municipality', 'supportForm']
const CROSSINGS = ['background', ...OTHERS].flatMap((name) => [
  ...subsetsOf(['sex', name]),
  ...(name === 'background' ? [] : subsetsOf(['sex', 'background', name])),
])

export async function measureGroups(): Promise<void> {
  for (const cases of [2_000, 12_000, 120_000]) measure(`${cases} cases`, await recordsOf(cases))
  const records = await recordsOf(120_000)
  for (const places of [100, 290]) {
    measure(
      `120000 cases in ${places} places`,
      records.map((record, i) => ({ ...record, municipality: `place ${(i * 7919) % places}` })),
    )
  }
  measureToldByChoice(['a'], [3], 12)
  measureToldByChoice(['sex', 'a'], [2, 2], 8)
  write(
    'Released groups',
    `${machine()}. The demo region’s synthetic applications (further ones from other seeds), sex × background × each of age, industry, municipality and form, as a release protects them: limit 5, 10 per cent, three possible values at least. Pending cases left out. The time is that of \`protectGroups\`: search, certificate and its verification.`,
  )
}

function measure(name: string, records: readonly CaseRecord[]): void {
  const columns = encodeCases(records.filter(({ outcome }) => outcome !== 'pending'))
  const table = columns.ok ? tabulate(columns, CROSSINGS) : columns
  if (!table.ok) throw new Error(table.reason)
  const began = performance.now()
  const protection = protectGroups(table.cells, sha256, { threshold: 5 })
  const seconds = (performance.now() - began) / 1000
  if (!protection.ok) throw new Error(protection.reason)
  const { cells, suppressed } = protection.table.counts
  const small = protection.reasons.filter(({ reason }) => reason !== 'complement').length
  const kilobytes = JSON.stringify(protection.certificate).length / 1000
  note(
    `${name}, ${cells} groups: hidden beside ${small} sensitive`,
    suppressed - small,
    'groups',
    null,
    `${cells - suppressed} shown`,
  )
  note(`${name}: time`, seconds, 's', null, `certificate ${kilobytes.toFixed(0)} kB`)
}

async function recordsOf(cases: number): Promise<readonly CaseRecord[]> {
  const table = await openTable(largeCsv(cases), { name: 'list.csv' })
  const mapping = parseMapping(demoMapping)
  if (!table.ok || !mapping.ok) throw new Error('the demo list is not read')
  const read = await readCases(table, mapping.mapping, { hashPersonalNumber: sha256 })
  if (!read.ok) throw new Error(read.reason)
  return read.records
}

/**
 * Of all tables with counts up to `most`, those of which a reader who runs the method on every one of them would learn a
 * small count: all tables that look alike have it.
 */
function measureToldByChoice(names: readonly string[], sizes: readonly number[], most: number): void {
  const inner = sizes.reduce<string[][]>(
    (rows, size, d) =>
      rows.flatMap((row) => Array.from({ length: size }, (_, i) => [...row, labelOf(names[d], i)])),
    [[]],
  )
  const tables = (most + 1) ** inner.length
  const alike = new Map<string, number[][]>()
  for (let code = 1; code < tables; code++) {
    const counts = inner.map((_, i) => Math.floor(code / (most + 1) ** i) % (most + 1))
    const protection = protectGroups(marginsOf(names, inner, counts), sha256, { threshold: 5 })
    if (!protection.ok) throw new Error(protection.reason)
    const look = protection.table.cells.map((cell) => (cell.suppressed ? '·' : cell.counts.granted)).join()
    alike.set(look, [...(alike.get(look) ?? []), counts])
  }
  const told = [...alike.values()].filter((same) =>
    inner.some((_, i) => {
      const values = new Set(same.map((counts) => counts[i] ?? 0))
      const [only = 0] = values
      return values.size === 1 && only > 0 && only < 5
    }),
  )
  note(
    `${sizes.join(' × ')} groups with counts to ${most}: tables with a small count told by the choice of what is hidden`,
    told.reduce((sum, same) => sum + same.length, 0),
    'tables',
    null,
    `of ${tables - 1}`,
  )
}

function labelOf(name: string | undefined, i: number): string {
  return name === 'sex' ? (i === 0 ? 'women' : 'men') : `${i}`
}

/** Every group of a table, sums included. */
function marginsOf(
  names: readonly string[],
  inner: readonly (readonly string[])[],
  counts: readonly number[],
): TrueCell[] {
  return subsetsOf(names).flatMap((crossing) => {
    const sums = new Map<string, TrueCell>()
    for (const [i, labels] of inner.entries()) {
      const by = Object.fromEntries(
        names.flatMap((name, d) => (crossing.includes(name) ? [[name, labels[d] ?? '']] : [])),
      )
      const key = Object.values(by).join()
      const granted = (sums.get(key)?.counts.granted ?? 0) + (counts[i] ?? 0)
      sums.set(key, { by, counts: { granted }, amounts: {} })
    }
    return [...sums.values()]
  })
}
