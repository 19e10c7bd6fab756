import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageCover, ageSpan } from './age-spans.ts'

describe('an age as tables write it', () => {
  const spans: readonly (readonly [string, number, number | null])[] = [
    ['16-24 år', 16, 24],
    ['16–24', 16, 24],
    ['16 – 24 år', 16, 24],
    ['aged 16 to 64', 16, 64],
    ['16-24 years', 16, 24],
    ['65+', 65, null],
    ['65+ år', 65, null],
    ['100+ år', 100, null],
    ['65- år', 65, null],
    ['65 år och äldre', 65, null],
    ['65 år eller äldre', 65, null],
    ['75 and over', 75, null],
    ['75 years and older', 75, null],
    ['över 65 år', 66, null],
    ['totalt 16+ år', 16, null],
    ['totalt 16-64 år', 16, 64],
    ['0 år', 0, 0],
    ['12', 12, 12],
    ['-19 år', 0, 19],
    ['under 20', 0, 19],
    ['under 20 år', 0, 19],
    ['19 år och yngre', 0, 19],
  ]
  for (const [text, from, to] of spans)
    it(`is read: ${text}`, () => {
      expect(ageSpan(text)).toEqual({ from, to })
    })

  it('is told from totals and from what is no age', () => {
    for (const text of ['totalt', 'Samtliga', 'samtliga åldrar', 'All ages'])
      expect(ageSpan(text)).toBe('total')
    for (const text of [
      '',
      ' ',
      '24-16',
      '2019',
      '2015-2019',
      'under 0',
      'vistelsetid 10- år',
      '16-24 kr',
      'norm 2',
      '65++',
    ])
      expect(ageSpan(text), text).toBeNull()
  })

  it('is read back from what a span is written as, in all its forms', () => {
    const ages = fc.integer({ min: 1, max: 120 })
    fc.assert(
      fc.property(ages, ages, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        for (const text of [`${from}-${to}`, `${from} – ${to} år`, `${from}–${to} years`])
          expect(ageSpan(text)).toEqual({ from, to })
        for (const text of [`${from}+`, `${from} år och äldre`, `${from} and over`])
          expect(ageSpan(text)).toEqual({ from, to: null })
      }),
      { seed: 1 },
    )
  })

  it('is never more than a sound span, whatever the text', () => {
    const parts = fc.constantFrom(
      '1',
      '65',
      '999',
      '-',
      '–',
      '+',
      ' ',
      'år',
      'och',
      'äldre',
      'under',
      'totalt',
      'w',
      'x',
    )
    const texts = fc.oneof(
      fc.array(parts, { maxLength: 40 }).map((all) => all.join('')),
      fc.string(),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const span = ageSpan(text)
        if (span === null || span === 'total') return
        expect(span.from).toBeGreaterThanOrEqual(0)
        expect(span.to === null || span.to >= span.from).toBe(true)
      }),
      { seed: 1, numRuns: 2000 },
    )
    expect(ageSpan('1'.repeat(1_000_000))).toBeNull()
  })
})

describe('a list of spans', () => {
  const read = (...texts: string[]) =>
    ageCover(texts.map((text) => ageSpan(text)).filter((span) => span !== null && span !== 'total'))

  it('is a partition where spans meet and neither share nor leave out an age', () => {
    expect(read('0-15', '16-64', '65+')).toEqual({ from: 0, to: null, wholes: [], overlaps: [], holes: [] })
  })

  it('tells overlaps, holes and totals by their place', () => {
    expect(read('16-24', '20-34', '40-64', 'totalt 16-64')).toEqual({
      from: 16,
      to: 64,
      wholes: [3],
      overlaps: [[0, 1]],
      holes: [{ from: 35, to: 39 }],
    })
    expect(read('16+', '16-24')?.holes).toEqual([{ from: 25, to: null }])
    expect(read('16+', '20-24')?.holes).toEqual([
      { from: 16, to: 19 },
      { from: 25, to: null },
    ])
    expect(read('12', '12')?.overlaps).toEqual([[0, 1]])
    expect(read('12')).toEqual({ from: 12, to: 12, wholes: [], overlaps: [], holes: [] })
    expect(ageCover([])).toBeNull()
  })

  it('has holes just where no part holds an age, whatever the order', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 }))
      .map(([from, more]) => ({ from, to: from + more }))
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (spans) => {
        const cover = ageCover(spans)
        if (cover === null) return
        const wholes = new Set(cover.wholes)
        const parts = spans.filter((_, at) => !wholes.has(at))
        const holds = (list: readonly { from: number; to: number | null }[], age: number) =>
          list.some(({ from, to }) => from <= age && age <= (to ?? 999))
        for (let age = cover.from; age <= (cover.to ?? 0); age++)
          expect(holds(cover.holes, age)).toBe(!holds(parts, age))
        const isShared = Array.from({ length: 60 }, (_, age) => age).some(
          (age) => parts.filter((part) => holds([part], age)).length > 1,
        )
        expect(cover.overlaps.length > 0).toBe(isShared)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})
