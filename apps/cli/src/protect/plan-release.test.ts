import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { workplace } from '../run-cli.test-support.ts'

const AGES = ['16-24', '25-34', '35-44', '45-54', '55-64', '65+']
const ROWS = ['kommun;län;kön;ålder']
for (let i = 0; i < 900; i++) {
  const town = Math.floor(Math.sqrt((i * 37) % 100))
  const sex = (i * 7) % 11 < 6 ? 'K' : 'M'
  const age = AGES[Math.floor(Math.sqrt((i * 13) % 36))] ?? ''
  ROWS.push(`K${town};${town < 5 ? 'Norr' : 'Söder'};${sex};${age}`)
}
const LIST = `${ROWS.join('\n')}\n`
const place = workplace({
  'poster.csv': LIST,
  'motsägelse.csv': `${LIST}K1;Söder;K;16-24\n`,
  'saknas.csv': `${LIST}K1;Norr;;16-24\n`,
  'få.csv': `${LIST.replaceAll(';M;', ';K;')}K1;Norr;M;16-24\n`,
})
afterAll(place.leave)

const DIMS = 'kommun<län,kön,ålder'
const plan = (...args: string[]) => place.run(['plan-release', 'poster.csv', '--dims', DIMS, ...args])

interface Listed {
  readonly rank: number
  readonly changes: readonly { readonly kind: string; readonly column?: string }[]
  readonly dims: string | null
  readonly ways: number | null
  readonly hiddenShare: number
  readonly measured: boolean
  readonly sentence: string
}

describe('jamvikt plan-release', () => {
  it('lists what can be done, best first, and the table as it is', async () => {
    const swedish = await plan()
    expect(swedish).toMatchObject({ exit: 0, err: '' })
    expect(swedish.out).toMatch(/^\d+ celler ur 900 poster, \d+ känsliga \(antal under 5\)\. Högst 10 % /)
    expect(swedish.out).toMatch(/^ *# +döljs +detalj +poster +celler +känsliga +ändring$/m)
    expect(swedish.out).toMatch(/^ *1 .* (visa län i stället för kommun|slå ihop ålder)/m)
    expect(swedish.out).toMatch(/^ *\d+ .* oförändrad$/m)
    expect(swedish.out).toMatch(/^1\. .* döljs i stället för .* kan inte längre besvaras\./m)
    const english = await plan('--lang', 'en', '--zeros', 'protect', '--threshold', '3')
    expect(english).toMatchObject({ exit: 0, err: '' })
    expect(english.out).toMatch(/sensitive \(counts below 3, empty ones included\)/)
    expect(english.out).toMatch(/^1\. .* can no longer be answered\./m)
  })

  it('prints JSON alone, or into the file named last', async () => {
    const alone = await plan('--json')
    expect(alone).toMatchObject({ exit: 0, err: '' })
    const answer = JSON.parse(alone.out)
    expect(Object.keys(answer)).toEqual(['table', 'proposals'])
    expect(answer.table).toMatchObject({
      ...{ dims: DIMS, records: 900, threshold: 5, zeros: 'publish', mostHidden: 0.1 },
      columns: [
        { name: 'kommun', values: 10 },
        { name: 'kön', values: 2 },
        { name: 'ålder', values: 6 },
      ],
    })
    const proposals: readonly Listed[] = answer.proposals
    for (const one of proposals) {
      const keys = ['rank', 'changes', 'dims', 'cells', 'sensitive', 'hidden', 'hiddenShare', 'recordsShown']
      for (const key of [...keys, 'detailKept', 'measured', 'sentence']) expect(one).toHaveProperty(key)
      expect(one.changes.some(({ column }) => column === 'kön')).toBe(false)
    }
    const ranks = proposals.map(({ rank }) => rank)
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(proposals.at(-1)?.changes).toEqual([])
    const written = await place.run(['plan-release', 'poster.csv', 'svar.json', '--dims', DIMS, '--json'])
    expect(written.out).toMatch(/oförändrad/)
    expect(place.json('svar.json')).toEqual(answer)
  })

  it('names dimensions that protect takes, and that hide as was measured', async () => {
    const { proposals } = JSON.parse((await plan('--json', '--threshold', '3', '--most-hidden', '20%')).out)
    const given: Listed = proposals.find(
      ({ dims, measured, changes }: Listed) => dims !== null && measured && changes.length > 0,
    )
    const run = await place.run([
      ...['protect', 'poster.csv', '--dims', given.dims ?? '', '--threshold', '3', '--out', 'c.csv'],
      ...(given.ways === null ? [] : ['--ways', String(given.ways)]),
    ])
    expect(run).toMatchObject({ exit: 0, err: '' })
    const rows = place.read('c.csv').trim().split('\n').slice(1)
    const hidden = rows.filter((row) => /true\r?$/.test(row)).length
    expect(hidden / rows.length).toBeLessThanOrEqual(given.hiddenShare + 0.02)
  })

  it.each([
    [
      ['--most-hidden', '101', '--zeros', 'nej', '--threshold', '1'],
      /--zeros är nej[\s\S]*--most-hidden är 101[\s\S]*--threshold/,
    ],
    [['--keep', 'bransch'], /--keep nämner bransch/],
    [['--dims', 'kommun<'], /vid ”kommun<”/],
    [['annan.json'], /annan\.json/],
    [['poster.csv', '--json'], /poster\.csv/],
  ])('refuses %j', async (args, said) => {
    const run = await plan(...args)
    expect(run).toMatchObject({ exit: 2, out: '' })
    expect(run.err).toMatch(said)
    expect(place.read('poster.csv')).toBe(LIST)
  })

  it.each([
    ['motsägelse.csv', /Kolumnen län kan inte gruppera kommun: K1 ligger i Norr .* och i Söder \(rad 902\)/],
    ['saknas.csv', /1 rader saknar värde/],
    ['få.csv', /Total × M × Total/],
    ['finns-inte.csv', /finns-inte\.csv/],
  ])('refuses %s as protect does', async (file, said) => {
    const run = await place.run(['plan-release', file, '--dims', DIMS])
    expect(run).toMatchObject({ exit: 2, out: '' })
    expect(run.err).toMatch(said)
    const protect = await place.run(['protect', file, '--dims', DIMS, '--out', 'c2.csv'])
    expect(protect.err).toBe(run.err)
  })

  it('helps in both languages', async () => {
    expect((await place.run(['plan-release', '--help', '--lang', 'sv'])).out).toMatch(/förgrovning/)
    expect((await place.run(['plan-release', '--help', '--lang', 'en'])).out).toMatch(/coarsening/)
  })

  it('plans five columns of synthetic persons', async () => {
    const shared = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared')
    const file = join(shared, 'reference/sdc/micro_10k.csv')
    if (!existsSync(file)) return console.warn(`${file} is not there: its plan is passed over`)
    const dims = 'municipality<subregion,sex,age,background,industry'
    const run = await place.run(['plan-release', file, '--dims', dims, '--threshold', '3', '--json'])
    const { table, proposals } = JSON.parse(run.out)
    expect(table).toMatchObject({ records: 10_000, cells: 33_853, sensitive: 18_404, measured: false })
    expect(proposals[0]).toMatchObject({ rank: 1, measured: true, withinLimit: true })
    expect(proposals.at(-1).changes).toEqual([])
  })
})
