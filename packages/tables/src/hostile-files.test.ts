import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { openTable, readTable } from './open-table.ts'
import { TABLE_REASONS } from './table.ts'
import { makeZip } from './zip-maker.test-support.ts'

/** Mulberry32: the same hostile files in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const RELS = '<Relationships><Relationship Id="r1" Target="s.xml"/></Relationships>'
const workbook = (sheet: string) =>
  makeZip({
    'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': RELS,
    'xl/s.xml': sheet,
  })
const SHEET =
  '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>kön</v></c></row><row r="2"><c r="A2"><f>A1</f><v>1</v></c></row></sheetData></worksheet>'
const CSV = 'kön;belopp\r\nkvinna;"1 000,50"\r\nmän;=cmd|\'/c calc\'!A0\r\n'
const ZEROS = deflateRawSync(Buffer.alloc(55_000_000))

type Make = (next: () => number) => { name: string; bytes: Buffer }

const flip = (bytes: Buffer, next: () => number): Buffer => {
  const copy = Buffer.from(bytes)
  for (let i = 0; i < 4; i++) copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256)
  return copy
}
const cut = (bytes: Buffer, next: () => number) => bytes.subarray(0, Math.floor(next() * bytes.length))
const noise = (next: () => number, from = 0) =>
  Buffer.from(Array.from({ length: 2000 }, () => from + Math.floor(next() * (256 - from))))

const MAKERS: readonly Make[] = [
  (next) => ({ name: 'a.csv', bytes: cut(Buffer.from(CSV), next) }),
  (next) => ({ name: 'a.csv', bytes: flip(Buffer.from(CSV), next) }),
  (next) => ({ name: 'a.csv', bytes: flip(Buffer.from(`\uFEFF${CSV}`, 'utf16le'), next) }),
  (next) => ({ name: 'a.csv', bytes: noise(next) }),
  (next) => ({ name: 'a.csv', bytes: noise(next, 32) }),
  (next) => ({
    name: 'a.csv',
    bytes: Buffer.from(CSV.repeat(3).replace(/[";]/g, (c) => (next() < 0.5 ? '"' : c))),
  }),
  (next) => ({
    name: 'a.csv',
    bytes: Buffer.from(`a;b\n1;${'x'.repeat(40_000 + Math.floor(next() * 9e6))}\n`),
  }),
  (next) => ({ name: 'a.csv', bytes: Buffer.from(`a;b\n"${'x;\n'.repeat(1e5 + Math.floor(next() * 1e6))}`) }),
  (next) => ({
    name: 'a.csv',
    bytes: Buffer.from(Array.from({ length: 10_000 }, () => String(next())).join(',')),
  }),
  (next) => ({ name: 'a.csv', bytes: Buffer.from(`a;b\n${'\0'.repeat(1 + Math.floor(next() * 9))};2\n`) }),
  (next) => ({ name: 'a.json', bytes: Buffer.from('[{"a":'.repeat(Math.floor(next() * 300_000))) }),
  (next) => ({ name: 'a.json', bytes: cut(Buffer.from('[{"a":1,"__proto__":{"b":2}},{"a":[[[]]]}]'), next) }),
  (next) => ({
    name: 'a.json',
    bytes: Buffer.from(`[{"a":${'['.repeat(5000)}${']'.repeat(5000)},"b":${next()}}]`),
  }),
  (next) => ({ name: 'a.xlsx', bytes: cut(workbook(SHEET), next) }),
  (next) => ({ name: 'a.xlsx', bytes: flip(workbook(SHEET), next) }),
  (next) => ({ name: 'a.xlsx', bytes: workbook(flip(Buffer.from(SHEET), next).toString('latin1')) }),
  (next) => ({ name: 'a.xlsx', bytes: workbook(cut(Buffer.from(SHEET), next).toString()) }),
  (next) => ({
    name: 'a.xlsx',
    bytes: workbook(`<worksheet><row>${'<c><v>1</v></c>'.repeat(10_000 + next())}`),
  }),
  (next) => ({
    name: 'a.xlsx',
    bytes: makeZip({ 'xl/workbook.xml': { packed: ZEROS, size: Math.floor(next() * 55_000_000) } }),
  }),
  (next) => ({ name: 'a.xlsx', bytes: Buffer.concat([Buffer.from('PK\u0003\u0004'), noise(next)]) }),
]

it('ends for each of 200 hostile files in rows or in a refusal with a known reason', {
  timeout: 120_000,
}, async () => {
  const next = random(20_240_607)
  const ends = new Map<string, number>()
  for (let i = 0; i < 200; i++) {
    const make = MAKERS[i % MAKERS.length]
    if (make === undefined) continue
    const { name, bytes } = make(next)
    const table = await openTable(bytes, { name })
    const read = table.ok ? await readTable(table) : table
    const end = read.ok ? 'rows' : read.reason
    expect(['rows', ...TABLE_REASONS]).toContain(end)
    ends.set(end, (ends.get(end) ?? 0) + 1)
  }
  const expected = [
    'rows',
    'zip-bomb',
    'nul-byte',
    'too-many-columns',
    'json-invalid',
    'damaged-workbook',
    'cell-too-long',
  ]
  expect([...ends.keys()]).toEqual(expect.arrayContaining(expected))
})
