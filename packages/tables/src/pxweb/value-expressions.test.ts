import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { selectCodesByV1Filter } from './v1-filter.ts'
import { selectCodes, selectCodesOfList } from './value-expressions.ts'

const years = ['2019', '2020', '2021', '2022', '2023', '2024']
const places = ['00', '01', '0114', '0180', '20', '2080', 'NYA']
const chosen = (expression: string, codes: readonly string[], time = false) => {
  const read = selectCodes(expression, codes, { time })
  return read.ok ? read.codes : read
}

describe('a selection of PxWebApi 2', () => {
  it.each([
    ['*', places],
    ['01*', ['01', '0114', '0180']],
    ['*80', ['0180', '2080']],
    ['*1*', ['01', '0114', '0180']],
    ['??', ['00', '01', '20']],
    ['0???', ['0114', '0180']],
    ['?0*', ['00', '20', '2080']],
    ['20', ['20']],
    ['nya', ['NYA']],
    ['20,01*', ['20', '01', '0114', '0180']],
    ['2080, 20 ,20', ['2080', '20']],
    ['TOP(2)', ['00', '01']],
    ['bottom(2)', ['2080', 'NYA']],
    ['[top(2,1)]', ['01', '0114']],
    ['BOTTOM(2,1)', ['20', '2080']],
    ['FROM(20)', ['20', '2080', 'NYA']],
    ['to(01)', ['00', '01']],
    ['[RANGE(01,0180)],NYA', ['01', '0114', '0180', 'NYA']],
    ['RANGE(0180,01)', ['01', '0114', '0180']],
    ['TOP(99)', places],
  ])('%s', (expression, codes) => {
    expect(chosen(expression, places)).toEqual(codes)
  })

  it('counts the top of time from the latest, in the order of time', () => {
    expect(chosen('TOP(2)', years, true)).toEqual(['2023', '2024'])
    expect(chosen('TOP(2,1)', years, true)).toEqual(['2022', '2023'])
    expect(chosen('BOTTOM(2)', years, true)).toEqual(['2019', '2020'])
    expect(chosen('BOTTOM(2,1)', years, true)).toEqual(['2020', '2021'])
  })

  it.each([
    '',
    ',',
    '[',
    '[01',
    '[01]x',
    'TOP(',
    'TOP()',
    'TOP(0)',
    'TOP(a)',
    'RANGE(01)',
    'FROM(01,20)',
    '0*1',
    '***',
    'FROM()',
  ])('%s is no expression', (expression) => {
    expect(chosen(expression, places)).toMatchObject({ ok: false, reason: 'syntax' })
  })

  it.each(['99', '99*', '?', 'FROM(99)', 'RANGE(01,99)', 'TOP(1,50)', '01,99'])(
    '%s selects nothing',
    (expression) => {
      expect(chosen(expression, places)).toMatchObject({ ok: false, reason: 'unknown-code' })
    },
  )

  it('takes a code as it stands before it takes it for an expression', () => {
    expect(chosen('A*', ['AB', 'A*'])).toEqual(['A*'])
    expect(chosen('[a,b]', ['a', 'a,b'])).toEqual(['a,b'])
    expect(chosen('x', ['X', 'x'])).toEqual(['x'])
  })

  it('gives codes of the variable, each once, or a refusal, whatever is asked', () => {
    const part = fc.constantFrom(
      '*',
      '?',
      'TOP(',
      'RANGE(',
      '[',
      ']',
      ')',
      ',',
      '01',
      '20',
      '1',
      ' ',
      'from(',
      '__proto__',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.boolean(), (parts, time) => {
        const read = selectCodes(parts.join(''), places, { time })
        if (!read.ok) {
          expect(['syntax', 'unknown-code']).toContain(read.reason)
          return
        }
        expect(new Set(read.codes).size).toBe(read.codes.length)
        expect(places).toEqual(expect.arrayContaining([...read.codes]))
        expect(read.codes.length).toBeGreaterThan(0)
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  it('takes any number of codes, and so many expressions that each may go through all codes', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `c${at}`)
    expect(selectCodesOfList(many, many)).toEqual({ ok: true, codes: many })
    expect(selectCodesOfList(new Array<string>(500).fill('*'), many)).toMatchObject({ ok: true })
    expect(selectCodesOfList(new Array<string>(501).fill('*'), many)).toMatchObject({
      ok: false,
      detail: '*',
    })
    const patterns = many.map((code) => `*${code}*`)
    expect(selectCodes(patterns.join(), many)).toMatchObject({
      ok: false,
      reason: 'syntax',
      detail: '*c500*',
    })
  })

  it('items of a POST need no brackets', () => {
    expect(selectCodesOfList(['RANGE(2020,2021)', '2024'], years)).toEqual({
      ok: true,
      codes: ['2020', '2021', '2024'],
    })
  })
})

describe('a filter of PxWebApi 1', () => {
  it('takes codes, patterns and the latest', () => {
    expect(selectCodesByV1Filter('item', ['2020', '2019'], years)).toEqual({
      ok: true,
      codes: ['2020', '2019'],
    })
    expect(selectCodesByV1Filter('all', ['202*'], years)).toMatchObject({ codes: years.slice(1) })
    expect(selectCodesByV1Filter('top', ['2'], years, { time: true })).toMatchObject({
      codes: ['2023', '2024'],
    })
    expect(selectCodesByV1Filter('top', ['2'], years)).toMatchObject({ codes: ['2019', '2020'] })
  })

  it.each([
    ['item', ['1999'], 'unknown-code'],
    ['top', ['0'], 'syntax'],
    ['top', ['1', '2'], 'syntax'],
    ['agg:x', ['1'], 'syntax'],
  ])('%s %j is refused: %s', (filter, values, reason) => {
    expect(selectCodesByV1Filter(filter, values, years)).toMatchObject({ ok: false, reason })
  })
})
