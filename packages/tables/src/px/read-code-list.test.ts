import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCodeList } from './read-code-list.ts'

const VALUESET = `[Descr]
Name=Kön
[Domain]
1=Kön
[Valuecode]
1=1
2=__proto__
[Valuetext]
1=kvinnor
2=män
`
const AGGREGATION = `[Aggreg]
Name=Alla
Valueset=Kön
1=T
[Aggtext]
1=samtliga
[T]
1=1
2=2
`
const read = (text: string, language?: string) =>
  readCodeList(Buffer.from(text), language === undefined ? {} : { language })

describe('a value set', () => {
  it('names its values', async () => {
    expect(await read(VALUESET, 'sv')).toEqual({
      ok: true,
      list: {
        id: 'Kön',
        label: { sv: 'Kön' },
        kind: 'valueset',
        domain: 'Kön',
        values: [
          { code: '1', label: { sv: 'kvinnor' }, members: ['1'] },
          { code: '__proto__', label: { sv: 'män' }, members: ['__proto__'] },
        ],
      },
    })
  })

  it.each([
    ['Name=Kön', 'Namn=Kön', 'member-missing', 1, 'Descr'],
    ['2=__proto__', '2=1', 'duplicate-code', 7, 'Valuecode'],
    ['2=__proto__', '2=', 'empty-code', 7, 'Valuecode'],
    ['2=__proto__', '1=2', 'duplicate-key', 7, 'Valuecode'],
    ['2=__proto__', 'två', 'syntax', 7, 'Valuecode'],
    ['2=__proto__', '999=****', 'member-missing', 7, 'Valuecode'],
    ['2=män\n', '', 'values-do-not-match', 8, 'Valuetext'],
  ])('with %j for %j is refused: %s', async (from, to, reason, line, keyword) => {
    expect(await read(VALUESET.replace(from, to))).toMatchObject({ ok: false, reason, line, keyword })
  })
})

describe('an aggregation', () => {
  it('names groups and what they are summed of', async () => {
    expect(await read(AGGREGATION)).toEqual({
      ok: true,
      list: {
        id: 'Alla',
        label: { und: 'Alla' },
        kind: 'aggregation',
        domain: 'Kön',
        values: [{ code: 'T', label: { und: 'samtliga' }, members: ['1', '2'] }],
      },
    })
  })

  it('may have a group of the name of a section', async () => {
    const odd = AGGREGATION.replace('1=T', '1=Aggtext').replace('[T]', '[Aggtext]')
    expect(await read(odd)).toMatchObject({
      ok: true,
      list: { values: [{ code: 'Aggtext', members: ['1', '2'] }] },
    })
  })

  it.each([
    ['[T]', '[U]', 'member-missing', 'T'],
    ['Valueset=Kön', 'x=Kön', 'member-missing', 'Aggreg'],
    ['2=2', '2=1', 'duplicate-code', 'T'],
    ['[T]', '[T]\n1=1\n[T]', 'duplicate-key', 'T'],
    ['[Aggreg]', '[Other]', 'not-this-format', undefined],
  ])('with %j for %j is refused: %s', async (from, to, reason, keyword) => {
    const refusal = await read(AGGREGATION.replace(from, () => to))
    expect(refusal).toMatchObject(keyword === undefined ? { reason } : { reason, keyword })
  })
})

it('anything else is refused, and never with an exception', async () => {
  const piece = fc.constantFrom(
    '[',
    ']',
    '=',
    '\n',
    'Aggreg',
    'Valuecode',
    'Name',
    'Descr',
    'Valueset',
    '1',
    '2',
    'å',
    '\0',
  )
  const texts = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => Buffer.from(pieces.join(''))),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc
      .tuple(fc.constantFrom(VALUESET, AGGREGATION), fc.nat(200))
      .map(([text, at]) => Buffer.from(text.slice(0, at))),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (bytes) => {
      const result = await readCodeList(bytes)
      if (result.ok) expect(result.list.values.every(({ code }) => code !== '')).toBe(true)
      else expect(result.reason).toMatch(/^[a-z0-9-]+$/)
    }),
    { seed: 1, numRuns: 500 },
  )
})
