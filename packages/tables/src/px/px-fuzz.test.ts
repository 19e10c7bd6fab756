import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryTable } from '../stat/arbitrary-table.test-support.ts'
import { checkStatTable } from '../stat/check-table.ts'
import { pxFile } from './px-file.test-support.ts'
import { readPx } from './read-px.ts'
import { writePx } from './write-px.ts'

/** What a file gives is a table that holds together, or a refusal that says where. */
async function holds(bytes: Uint8Array): Promise<void> {
  const read = await readPx(bytes, { limits: { cells: 100_000 } })
  if (read.ok) expect(checkStatTable(read.table)).toBeNull()
  else expect(typeof read.line === 'number' || read.keyword !== undefined).toBe(true)
}

const written = arbitraryTable().map((table) => Buffer.concat([...writePx(table)]))

describe('whatever the bytes', () => {
  it('of nothing in particular are refused with a place', async () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 500 }),
      fc
        .uint8Array({ maxLength: 300 })
        .map((bytes) => Buffer.concat([Buffer.from('CHARSET="ANSI";\n'), bytes])),
    )
    await fc.assert(fc.asyncProperty(noise, holds), { seed: 1, numRuns: 1000 })
  })

  it('of the format’s own words put together at random are read or refused', async () => {
    const word = fc.constantFrom(
      ...[
        'STUB',
        'HEADING',
        'VALUES',
        'CODES',
        'KEYS',
        'DATA',
        'TIMEVAL',
        'NOTE',
        'UNITS',
        'CONTVARIABLE',
        '"a"',
        '"b"',
      ],
      ...[
        '"',
        '(',
        ')',
        '[',
        ']',
        '[sv]',
        '=',
        ',',
        ';',
        ':',
        '-',
        '..',
        '1',
        '2.5',
        'TLIST(A1',
        'YES',
        '\n',
        ' ',
        '""',
      ],
    )
    const texts = fc
      .array(word, { maxLength: 80 })
      .map((words) => Buffer.from(`MATRIX="x";${words.join('')}`))
    await fc.assert(fc.asyncProperty(texts, holds), { seed: 1, numRuns: 2000 })
  })

  it('of a file cut short are refused, unless only the end of its last line is gone', async () => {
    const cut = fc.tuple(written, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }))
    await fc.assert(
      fc.asyncProperty(cut, async ([bytes, share]) => {
        const length = Math.floor((bytes.length - 3) * share)
        const read = await readPx(bytes.subarray(0, length))
        expect(read.ok).toBe(false)
        await holds(bytes.subarray(0, length))
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('of a file with some bytes changed, doubled or left out are read or refused', async () => {
    const change = fc.record({
      at: fc.nat(),
      kind: fc.constantFrom('set', 'drop', 'double'),
      byte: fc.nat(255),
    })
    const changed = fc
      .tuple(written, fc.array(change, { minLength: 1, maxLength: 4 }))
      .map(([bytes, changes]) => {
        let result = bytes
        for (const { at, kind, byte } of changes) {
          const place = at % Math.max(1, result.length)
          const between =
            kind === 'set'
              ? Buffer.of(byte)
              : kind === 'drop'
                ? Buffer.alloc(0)
                : result.subarray(place, place + 30)
          const from = kind === 'double' ? place : place + 1
          result = Buffer.concat([result.subarray(0, place), between, result.subarray(from)])
        }
        return result
      })
    await fc.assert(fc.asyncProperty(changed, holds), { seed: 1, numRuns: 1000 })
  })
})

describe('files made to be slow or large', () => {
  it.each([
    ['one statement of many brackets', `A=${'('.repeat(1_000_000)}`],
    ['many notes at one place', 'NOTE="x";\n'.repeat(100_000)],
    [
      'many statements of one keyword',
      Array.from({ length: 100_000 }, (_, at) => `X("${at}")="y";`).join('\n'),
    ],
    ['many strings of one text', `A=${'"x"\n'.repeat(300_000)};`],
    ['many quotes', `A=${'"'.repeat(1_000_001)}`],
    ['one long range of time', 'STUB="a";VALUES("a")="b";TIMEVAL("a")=TLIST(M1,"000001"-"999912");'],
    ['one long word of digits', `A=${'9'.repeat(5_000_000)};`],
  ])('%s are read or refused', async (_, text) => {
    await holds(Buffer.from(`${pxFile().toString('latin1').split('DATA=')[0]}${text}\nDATA=\n1 2 3 4;\n`))
  })

  it('one deep hierarchy is read', async () => {
    const codes = Array.from({ length: 20_000 }, (_, at) => `"${at}"`)
    const pairs = codes.slice(1).map((code, at) => `${codes[at]}:${code}`)
    const changes = {
      'VALUES("kön")': codes.join(),
      'CODES("kön")': undefined,
      'HIERARCHIES("kön")': pairs.join(),
    }
    const read = await readPx(pxFile(changes, `${'1 2 '.repeat(20_000)};`))
    expect(read.ok && Object.keys(read.table.dimensions[0]?.children ?? {}).length).toBe(19_999)
  })
})
