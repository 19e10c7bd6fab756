import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseV1Json, parseV1Metadata } from '../pxweb/v1-answers.ts'
import { tableOfV1Json } from '../pxweb/v1-json.ts'
import { parseV2CodeList, parseV2Config, parseV2Tables } from '../pxweb/v2-answers.ts'
import { readV2Metadata } from '../pxweb/v2-metadata.ts'
import { v1JsonOf } from '../pxweb/write-v1-json.ts'
import { checkStatTable } from '../stat/check-table.ts'
import { generatedTable } from './generated-table.test-support.ts'
import { readJsonStat } from './read-json-stat.ts'
import { writeJsonStat } from './write-json-stat.ts'

const READERS: readonly ((input: string | Uint8Array) => { readonly ok: boolean })[] = [
  readV2Metadata,
  parseV1Metadata,
  parseV1Json,
  parseV2CodeList,
  parseV2Config,
  parseV2Tables,
]

function holds(input: string | Uint8Array): void {
  const read = readJsonStat(input, { limits: { cells: 10_000 } })
  if (read.ok) for (const table of read.tables) expect(checkStatTable(table)).toBeNull()
  else expect(read.reason).toMatch(/^[a-z-]+$/)
  for (const reader of READERS) expect(typeof reader(input).ok).toBe('boolean')
}

it('any bytes give a table that holds together, or a refusal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => holds(bytes)),
    { seed: 1, numRuns: 500 },
  )
})

it('any JSON does', () => {
  fc.assert(
    fc.property(fc.json(), (text) => holds(text)),
    { seed: 1, numRuns: 500 },
  )
})

it('a document cut anywhere is refused', () => {
  fc.assert(
    fc.property(generatedTable, fc.double({ min: 0, max: 1, noNaN: true }), (table, share) => {
      const text = [...writeJsonStat(table)].join('')
      const cut = text.slice(0, Math.floor(share * (text.length - 1)))
      expect(readJsonStat(cut).ok).toBe(false)
    }),
    { seed: 1, numRuns: 100 },
  )
})

/** Every place of a document, as a path of names. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([name, each]) => pathsOf(each, [...path, name]))]
}

function changed(value: unknown, [name, ...rest]: readonly string[], strange: unknown): unknown {
  if (name === undefined) return strange
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    return list.map((each, at) => (String(at) === name ? changed(each, rest, strange) : each))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === name ? changed(each, rest, strange) : each]),
  )
}

const STRANGE = [null, true, 0, -1, 1.5, 1e300, '', 'x', '-', '__proto__', [], [[]], {}, { a: 1 }, ['a', 'a']]

it('a wrong type at any place never throws', () => {
  fc.assert(
    fc.property(
      generatedTable,
      fc.nat(),
      fc.constantFrom(...STRANGE),
      fc.boolean(),
      (table, pick, strange, old) => {
        const text = [...writeJsonStat(table, { version: old ? 1 : 2 })].join('')
        const document: unknown = JSON.parse(text)
        const paths = pathsOf(document)
        holds(JSON.stringify(changed(document, paths[pick % paths.length] ?? [], strange)) ?? '')
      },
    ),
    { seed: 1, numRuns: 1500 },
  )
})

it('a wrong type at any place of an answer of PxWebApi 1 never throws', () => {
  fc.assert(
    fc.property(generatedTable, fc.nat(), fc.constantFrom(...STRANGE), (table, pick, strange) => {
      const answer = v1JsonOf(table, 'sv')
      const paths = pathsOf(answer)
      const text = JSON.stringify(changed(answer, paths[pick % paths.length] ?? [], strange)) ?? ''
      const read = parseV1Json(text)
      if (!read.ok) return
      const made = tableOfV1Json(read.answer, { language: 'sv', cells: 10_000 })
      if (made.ok) expect(checkStatTable(made.table)).toBeNull()
    }),
    { seed: 1, numRuns: 500 },
  )
})
