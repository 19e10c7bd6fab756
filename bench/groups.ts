// The tables of a release: how many groups are shown, and how the time grows with cases and with groups.
import { createHash } from 'node:crypto'
import { protectGroups } from '@jamvikt/disclosure'
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
