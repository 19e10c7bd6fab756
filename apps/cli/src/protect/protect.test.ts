import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { workplace } from '../run-cli.test-support.ts'

/** A register: `n` people of each municipality, sex and industry. */
function register(
  rows: readonly (readonly [municipality: string, sex: string, industry: string, n: number])[],
): string {
  const lines = ['region,municipality,sex,industry']
  for (const [municipality, sex, industry, n] of rows) {
    for (let i = 0; i < n; i++)
      lines.push(`${municipality < 'm3' ? 'North' : 'South'},${municipality},${sex},${industry}`)
  }
  return `${lines.join('\n')}\n`
}

const ROWS = ['m1', 'm2', 'm3', 'm4'].flatMap((municipality, m) =>
  ['K', 'M'].flatMap((sex, s) =>
    ['care', 'farm', 'trade'].map(
      (industry, i) => [municipality, sex, industry, 4 + ((m * 7 + s * 5 + i * 3) % 11)] as const,
    ),
  ),
)
const SMALL = ROWS.map(
  ([municipality, sex, industry, n]) =>
    [
      municipality,
      sex,
      industry,
      municipality === 'm2' && sex === 'K' && industry === 'farm' ? 2 : n,
    ] as const,
)
const DIMS = ['--dims', 'municipality<region,sex,industry', '--threshold', '3']
const place = workplace({
  'micro.csv': register(SMALL),
  'holes.csv': `${register(SMALL)}North,m1,,care\n`,
  'crooked.csv': `${register(SMALL)}South,m1,K,care\n`,
  'half.json': '{"format": "jamvikt-certificate"',
})
afterAll(place.leave)

interface Line {
  readonly codes: string
  readonly freq: string
  readonly suppressed: string
  readonly primary: string | undefined
}

function cellsIn(file: string): Line[] {
  const [, ...lines] = place.read(file).trim().split('\n')
  return lines.map((line) => {
    const [municipality, sex, industry, freq = '', suppressed = '', primary] = line.split(',')
    return { codes: [municipality, sex, industry].join(), freq, suppressed, primary }
  })
}

describe('jamvikt protect', () => {
  test('hides a small cell with others, shows the rest as it is, and the certificate holds', async () => {
    const done = await place.run([
      'protect',
      'micro.csv',
      ...DIMS,
      '--out',
      'c.csv',
      '--certificate',
      'p.json',
      '--lang',
      'en',
    ])
    expect(done.err).toBe('')
    expect(done.exit).toBe(0)
    expect(done.out).toContain('1 sensitive')
    const cells = cellsIn('c.csv')
    expect(cells).toHaveLength(7 * 3 * 4)
    const hidden = cells.filter(({ suppressed }) => suppressed === 'true')
    expect(hidden.map(({ codes }) => codes)).toContain('m2,K,farm')
    expect(hidden.every(({ freq }) => freq === '')).toBe(true)
    expect(cells.find(({ codes }) => codes === 'Total,Total,Total')).toMatchObject({ suppressed: 'false' })
    expect(cells.find(({ codes }) => codes === 'North,K,Total')?.freq).toMatch(/^\d+$/)
    const verified = await place.run(['verify', 'c.csv', 'p.json', '--lang', 'sv'])
    expect(verified.exit).toBe(0)
    expect(verified.out).toContain('Beviset håller')
  })

  test('shows true values and what is sensitive to analysts, and the same certificate still holds', async () => {
    await place.run(['protect', 'micro.csv', ...DIMS, '--out', 'c.csv', '--certificate', 'p.json'])
    const done = await place.run([
      'protect',
      'micro.csv',
      ...DIMS,
      '--with-true-values',
      '--out',
      't.csv',
      '--lang',
      'en',
    ])
    expect(done.out).toContain('for analysts only')
    const cells = cellsIn('t.csv')
    expect(cells.every(({ freq }) => /^\d+$/.test(freq))).toBe(true)
    expect(cells.filter(({ primary }) => primary === 'true').map(({ codes, freq }) => [codes, freq])).toEqual(
      [['m2,K,farm', '2']],
    )
    expect((await place.run(['verify', 't.csv', 'p.json'])).exit).toBe(0)
  })

  test('fails when a hidden cell is filled in, a count is changed, or a line is gone', async () => {
    await place.run(['protect', 'micro.csv', ...DIMS, '--out', 'c.csv', '--certificate', 'p.json'])
    const text = place.read('c.csv')
    for (const wrong of [
      text.replace('m2,K,farm,,true', 'm2,K,farm,2,false'),
      text.replace(/^(m\d,\w,\w+),\d+,false$/m, '$1,99,false'),
      text.replace(/^m\d,\w,\w+,\d+,false\n/m, ''),
    ]) {
      expect(wrong).not.toBe(text)
      const broken = workplace({ 'c.csv': wrong, 'p.json': place.read('p.json') })
      const done = await broken.run(['verify', 'c.csv', 'p.json', '--lang', 'en'])
      broken.leave()
      expect(done.exit).toBe(2)
      expect(done.err).toContain('NOT PROTECTED')
    }
  })

  test('writes a public certificate that names no cell, and which cannot be used to verify', async () => {
    await place.run([
      'protect',
      'micro.csv',
      ...DIMS,
      '--out',
      'c.csv',
      '--certificate',
      'open.json',
      '--public-certificate',
    ])
    expect(place.json('open.json')).toMatchObject({
      kind: 'public',
      rules: { threshold: 3, width: 1, attackers: [0, 1] },
    })
    expect(place.read('open.json')).not.toContain('m2')
    expect((await place.run(['verify', 'c.csv', 'open.json'])).exit).toBe(2)
  })

  test('hides women and men together, and protects zeros, when asked', async () => {
    await place.run(['protect', 'micro.csv', ...DIMS, '--symmetry', 'on', '--out', 's.csv'])
    const hidden = new Set(
      cellsIn('s.csv').flatMap(({ codes, suppressed }) => (suppressed === 'true' ? [codes] : [])),
    )
    expect(hidden).toContain('m2,M,farm')
    for (const code of hidden) {
      const sibling = code.includes(',K,') ? code.replace(',K,', ',M,') : code.replace(',M,', ',K,')
      expect(hidden).toContain(sibling)
    }
    const zeros = await place.run([
      'protect',
      'micro.csv',
      ...DIMS,
      '--zeros',
      'protect',
      '--out',
      'z.csv',
      '--lang',
      'en',
    ])
    expect(zeros.out).toContain('Empty cells are protected too')
  })

  test('rounds to a base so that the tables add up, and gives noise only with a secret', async () => {
    const done = await place.run([
      'protect',
      'micro.csv',
      ...DIMS,
      '--method',
      'round',
      '--base',
      '5',
      '--out',
      'r.csv',
    ])
    expect(done.exit).toBe(0)
    const cells = cellsIn('r.csv')
    expect(cells.every(({ freq }) => Number(freq) % 5 === 0)).toBe(true)
    const at = (codes: string) => Number(cells.find((one) => one.codes === codes)?.freq)
    expect(at('Total,K,farm') + at('Total,M,farm')).toBe(at('Total,Total,farm'))
    const noSecret = await place.run(
      ['protect', 'micro.csv', ...DIMS, '--method', 'cellkey', '--out', 'k.csv', '--lang', 'en'],
      { JAMVIKT_CELL_KEY_SECRET: '' },
    )
    expect(noSecret.err).toContain('JAMVIKT_CELL_KEY_SECRET')
    expect(existsSync(path.join('k.csv'))).toBe(false)
    const secret = { JAMVIKT_CELL_KEY_SECRET: 'x'.repeat(40) }
    await place.run(['protect', 'micro.csv', ...DIMS, '--method', 'cellkey', '--out', 'k.csv'], secret)
    const first = place.read('k.csv')
    await place.run(
      [
        'protect',
        'micro.csv',
        '--dims',
        'industry,sex,municipality<region',
        '--threshold',
        '3',
        '--method',
        'cellkey',
        '--out',
        'k2.csv',
      ],
      secret,
    )
    // The same group has the same noise in another table.
    const noisy = /^Total,K,farm,(\d+),/m.exec(first)?.[1]
    expect(/^farm,K,Total,(\d+),/m.exec(place.read('k2.csv'))?.[1]).toBe(noisy)
  })

  test.each([
    ['holes.csv', [], /lack a value/],
    ['crooked.csv', [], /m1 lies in North .* and in South/],
    ['micro.csv', ['--threshold', '1000'], /must stay shown but are themselves sensitive/],
    ['micro.csv', ['--zeros', 'maybe'], /publish, protect/],
    ['micro.csv', ['--attackers', '2'], /0, 1 or 0,1/],
    ['micro.csv', ['--seconds', '-1'], /number above 0/],
    ['micro.csv', ['--keep', 'sexx'], /not among the dimensions/],
    ['micro.csv', ['--method', 'round', '--width', '2'], /does not go with/],
    ['micro.csv', ['--method', 'round', '--base', '4'], /3, 5/],
    ['missing.csv', [], /missing\.csv/],
  ])('refuses %s %j and writes nothing', async (file, more, problem) => {
    const done = await place.run(['protect', file, ...DIMS, ...more, '--out', 'never.csv', '--lang', 'en'])
    expect(done.exit).toBe(2)
    expect(done.err).toMatch(problem)
    expect(() => place.read('never.csv')).toThrow()
  })

  test.each([
    ['sex,,industry', /""/],
    ['sex,nothing', /nothing/],
    ['sex<municipality', /cannot group sex/],
    ['sex,sex', /each column once/],
  ])('refuses the dimensions %s', async (dims, problem) => {
    const done = await place.run([
      'protect',
      'micro.csv',
      '--dims',
      dims,
      '--out',
      'never.csv',
      '--lang',
      'en',
    ])
    expect(done.exit).toBe(2)
    expect(done.err).toMatch(problem)
  })

  test('writes all its files or none, and warns of a file that holds true values', async () => {
    const args = ['protect', 'micro.csv', ...DIMS, '--lang', 'en']
    const done = await place.run([...args, '--out', 'alone.csv', '--certificate', 'no/such/folder.json'])
    expect(done.exit).toBe(2)
    expect(done.err).toContain('no/such/folder.json')
    expect(() => place.read('alone.csv')).toThrow()
    await place.run([...args, '--with-true-values', '--out', 'true.csv', '--certificate', 'true.json'])
    const verified = await place.run(['verify', 'true.csv', 'true.json', '--lang', 'en'])
    expect(verified.out).toContain('holds counts of suppressed cells')
  })

  test('does not overwrite what it reads, and says what a broken certificate is', async () => {
    expect((await place.run(['protect', 'micro.csv', ...DIMS, '--out', 'micro.csv'])).exit).toBe(2)
    expect((await place.run(['verify', 'micro.csv', 'half.json', '--lang', 'en'])).err).toContain('not JSON')
    expect((await place.run(['verify', 'micro.csv', '--lang', 'en'])).exit).toBe(2)
  })
})
