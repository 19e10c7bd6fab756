import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CELL, DEFAULT_RULES } from '../suppress/options.ts'
import { suppress, totalsOf } from '../suppress/suppress.ts'
import { cellsOfTables } from '../suppress/tables.ts'
import { namesOfTables, plainHash } from '../testing/attack-suppression.ts'
import { generateTables } from '../testing/generated-tables.ts'
import { makeCertificate, publicCertificate, publishedCounts } from './make-certificate.ts'
import { readCertificate } from './read-certificate.ts'
import type { Certificate, PublishedCount } from './types.ts'
import { verify } from './verify.ts'

/** The first generated set that is protected, with its certificate. */
function certified(from = 1) {
  for (let seed = from; ; seed++) {
    const { cube, values, tables } = generateTables(seed, { mostInner: 120 })
    const set = { cube, counts: values, tables: namesOfTables(cube, tables) }
    const suppression = suppress(set, { ...DEFAULT_RULES, mustPublish: totalsOf(cube) }, { rounds: 50 })
    if (!suppression.ok || suppression.counts.secondary < 3) continue
    const certificate = makeCertificate(suppression, plainHash)
    return {
      suppression,
      certificate,
      published: publishedCounts(suppression.set.cube, suppression.set.counts, suppression.cells),
    }
  }
}

const { suppression, certificate, published } = certified()
const changed = (change: (copy: Mutable<Certificate>) => void) => {
  const copy: Mutable<Certificate> = structuredClone(certificate) as Mutable<Certificate>
  change(copy)
  return verify(published, copy, plainHash)
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object ? Mutable<T[K]> : T[K] }

describe('verify', () => {
  test('passes what the engine made, in any order and with empty cells listed', () => {
    const { cube } = suppression.set
    const inTable = cellsOfTables(cube, suppression.set.tables ?? [])
    const empty = [...suppression.cells.keys()].find(
      (cell) => suppression.set.counts[cell] === 0 && inTable[cell] === 1,
    )
    const zeros: PublishedCount[] =
      empty === undefined
        ? []
        : [
            {
              codes: cube.dimensions.map(
                ({ codes }, d) => codes[Math.floor(empty / (cube.strides[d] ?? 1)) % codes.length] ?? '',
              ),
              count: 0,
            },
          ]
    expect(verify([...published.toReversed(), ...zeros], certificate, plainHash)).toEqual({
      ok: true,
      cells: suppression.counts.cells,
      sensitive: suppression.counts.sensitive,
      secondary: suppression.counts.secondary,
      witnesses: certificate.witnesses.length,
      rows: certificate.rows.length,
      known: 0,
    })
  })

  test('fails when any one hidden cell is published after all, whichever it is', () => {
    for (const [i, one] of published.entries()) {
      if (one.count !== null) continue
      const cell =
        certificate.hidden.cells[published.slice(0, i).filter(({ count }) => count === null).length] ?? 0
      const shown = published.with(i, { ...one, count: suppression.set.counts[cell] ?? 0 })
      expect(verify(shown, certificate, plainHash).ok).toBe(false)
      // Nor does it help to strike the cell from the certificate too.
      const hidden = {
        cells: certificate.hidden.cells.filter((other) => other !== cell),
        counts: certificate.hidden.counts.filter((_, j) => certificate.hidden.cells[j] !== cell),
      }
      expect(verify(shown, { ...certificate, hidden, hash: plainHash('') }, plainHash).ok).toBe(false)
    }
  })

  test('fails on another count, a cell missing, twice, or unknown', () => {
    const at = published.findIndex(({ count }) => (count ?? 0) > 3)
    const one = published[at]
    if (one === undefined) throw new Error('nothing shown')
    expect(
      verify(published.with(at, { ...one, count: (one.count ?? 0) + 1 }), certificate, plainHash).ok,
    ).toBe(false)
    expect(verify(published.toSpliced(at, 1), certificate, plainHash).ok).toBe(false)
    expect(verify([...published, one], certificate, plainHash)).toMatchObject({ reason: 'cell-twice' })
    expect(verify([...published, { codes: ['nowhere'], count: 3 }], certificate, plainHash)).toMatchObject({
      reason: 'unknown-cell',
    })
  })

  test.each<[string, (copy: Mutable<Certificate>) => void, string]>([
    ['a step of a witness', (c) => void c.rows[0]?.steps.splice(0, 1, 5), 'witness-breaks-sum'],
    ['a reach', (c) => void c.witnesses[0]?.splice(3, 1, 10_000), 'witness-below-bound'],
    ['a witness taken away', (c) => void c.witnesses.splice(0, 1), 'no-witness'],
    [
      'a row that does not move the cell enough',
      (c) => void c.witnesses[0]?.splice(3, 2, 0, 0),
      'witness-too-narrow',
    ],
    [
      'a hidden count',
      (c) => void c.hidden.counts.splice(0, 1, (c.hidden.counts[0] ?? 0) + 1),
      'not-additive',
    ],
    [
      'a higher threshold',
      (c) => {
        c.rules.threshold = 1000
      },
      'sensitive-shown',
    ],
    [
      'a wider promise',
      (c) => {
        c.rules.width = 1_000_000
      },
      'witness-too-narrow',
    ],
    [
      'the hash',
      (c) => {
        c.hash = 'other'
      },
      'hash-differs',
    ],
    [
      'the number of sensitive cells',
      (c) => {
        c.counts.sensitive += 1
      },
      'counts-differ',
    ],
    [
      'the grand total among the hidden',
      (c) => void c.mustPublish.push(suppression.cells.indexOf(CELL.secondary)),
      'must-publish-hidden',
    ],
  ])('fails on %s', (_, change, reason) => {
    expect(changed(change)).toMatchObject({ ok: false, reason })
  })

  test('fails on a cell that a witness lists twice, so that one step could be read and another checked', () => {
    const copy = structuredClone(certificate) as Mutable<Certificate>
    const row = copy.rows[0]
    row?.cells.unshift(row.cells[0] ?? 0)
    row?.steps.unshift(1_000)
    expect(verify(published, copy, plainHash)).toMatchObject({ reason: 'witness-breaks-sum' })
  })

  test('fails on cells that stand in no table, and on structural zeros that are none', () => {
    const narrow = { ...certificate, tables: [[]] }
    expect(verify(published, narrow, plainHash)).toMatchObject({ reason: 'unknown-cell' })
    const secret = certificate.hidden.cells.find((_, i) => (certificate.hidden.counts[i] ?? 0) > 0) ?? 0
    expect(verify(published, { ...certificate, structuralZeros: [secret] }, plainHash)).toMatchObject({
      reason: 'cells-differ',
    })
  })

  test('fails on a witness that moves a published cell', () => {
    const shown = suppression.set.cube.size - 1
    const copy = structuredClone(certificate) as Mutable<Certificate>
    copy.rows[0]?.cells.push(shown)
    copy.rows[0]?.steps.push(1)
    expect(verify(published, copy, plainHash)).toMatchObject({ reason: 'witness-moves-published' })
  })

  test('says of anything else that it is no certificate, and where, and never breaks', () => {
    expect(readCertificate({ ...certificate, version: 2 })).toEqual({
      ok: false,
      reason: 'not-a-certificate',
      where: 'version',
    })
    expect(readCertificate(publicCertificate(certificate))).toMatchObject({
      reason: 'not-a-certificate',
      where: 'kind',
    })
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(verify(published, value, plainHash).ok).toBe(false)
      }),
      { seed: 6, numRuns: 300 },
    )
  })

  test('never breaks, and never says more than is so, whatever number or part is changed', () => {
    const paths = pathsOf(certificate)
    fc.assert(
      fc.property(
        fc.nat(paths.length - 1),
        fc.oneof(fc.integer(), fc.constant(null), fc.double(), fc.string(), fc.constant([])),
        (i, value) => {
          const copy: unknown = structuredClone(certificate)
          const path = paths[i] ?? []
          put(copy, path, value)
          const found = verify(published, copy, plainHash)
          // What may change without harm: a reach no longer than it was, claims that nothing rests on.
          if (!found.ok) return
          expect([
            'witnesses',
            'rules',
            'counts',
            'mustPublish',
            'known',
            'structuralZeros',
            'guarded',
            'dimensions',
            'rows',
          ]).toContain(path[0])
          expect(found.sensitive).toBeLessThanOrEqual(
            suppression.counts.sensitive + suppression.counts.secondary,
          )
        },
      ),
      { seed: 7, numRuns: 2000 },
    )
  })
})

describe('publicCertificate', () => {
  test('names rules, counts and hash, and neither cells nor witnesses', () => {
    const open = publicCertificate(certificate)
    expect(Object.keys(open).sort()).toEqual([
      'counts',
      'format',
      'hash',
      'kind',
      'method',
      'rules',
      'version',
    ])
    expect(Object.keys(open.rules)).not.toContain('mustPublish')
    expect(open.counts).toEqual({
      cells: certificate.counts.cells,
      hidden: certificate.counts.sensitive + certificate.counts.secondary,
    })
    expect(JSON.stringify(open).length).toBeLessThan(700)
  })
})

function pathsOf(value: unknown, before: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...before]]
  return Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...before, key]))
}

function put(target: unknown, path: readonly string[], value: unknown): void {
  let at = target
  for (const key of path.slice(0, -1))
    at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : null
  const last = path.at(-1)
  if (typeof at === 'object' && at !== null && last !== undefined) Reflect.set(at, last, value)
}
