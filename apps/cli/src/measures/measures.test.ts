import { afterAll, describe, expect, it } from 'vitest'
import { workplace } from '../run-cli.test-support.ts'

const WAGES = ['pay;years;union;sex;w']
for (let i = 0; i < 60; i++) {
  const years = 1 + ((i * 7) % 23)
  const union = i % 3 === 0 ? 'ja' : 'nej'
  const woman = i % 2 === 0
  const pay = 20 + 0.5 * years + (union === 'ja' ? 2 : 0) - (woman ? 3 : 0) + ((i * 13) % 5)
  WAGES.push(`${String(pay).replace('.', ',')};${years};${union};${woman ? 'K' : 'M'};${1 + (i % 2)}`)
}
const STRATA = ['sex,age,place,n,mean,ss,yes']
for (let i = 0; i < 18; i++) {
  const mean = 200 + 20 * (i % 2) + 12 * Math.sin(i * 1.7)
  STRATA.push(`${i % 2},${Math.floor(i / 2) % 3},${Math.floor(i / 6)},40,${mean},35100,${6 + ((i * 5) % 11)}`)
}
const place = workplace({
  'lön.csv': `${WAGES.join('\n')}\n;4;ja;K;1\n31;NA;ja;M;1\n33;5;nej;X;1\n`,
  'strata.csv': `${STRATA.join('\n')}\n`,
  'strata-fel.csv': `${STRATA.join('\n').replace(',40,', ',-4,')}\n`,
  'skift.csv': 'pay;years;sex\n10;2;M\n11;3;m\n12;3;K\n',
  'punkt.csv': 'pay;years;sex\n1.234;2;K\n2.345;3;M\n',
  'strata-tom.csv': `${STRATA.join('\n')}\n9,9,9,0,,,\n`,
  'text.csv': 'pay;years;sex\n10;två;K\n11;3;M\n',
  'tusen.csv': 'pay,years,sex\n"1,234",2,K\n"2,345",3,M\n',
  'industri.csv': 'bransch;K;M;sektion\nA;10;90;X\nB;50;50;X\nC;80;20;Y\nD;0;0;Y\n',
  'lång.csv': 'bransch;kön;antal\nA;K;10\nA;M;90\nB;K;50\nB;M;50\nC;K;80\nC;M;20\n',
  'folk.csv': 'kön;ålder;antal\nK;ung;1000\nK;äldre;200\nM;ung;900\nM;äldre;40\nM;äldre;10\nX;ung;0\n',
})
afterAll(place.leave)
const DECOMPOSE = [
  'decompose',
  'lön.csv',
  '--outcome',
  'pay',
  '--group',
  'sex',
  '--a',
  'M',
  '--x',
  'years,union',
] as const

describe('jamvikt decompose', () => {
  it('writes the contract’s keys, drops and counts rows without a value, and says what it means', async () => {
    const run = await place.run([...DECOMPOSE, '--b', 'K', '--json', 'o.json'])
    expect(run).toMatchObject({ exit: 0, err: '' })
    const answer = place.json('o.json')
    expect(answer).toMatchObject({ rowsUsed: 60, rowsDropped: 2, rowsOtherGroups: 1, a: 'M', b: 'K' })
    const { endowments, coefficients, interaction } = answer.threefold
    const sum = endowments.estimate + coefficients.estimate + interaction.estimate
    expect(sum).toBeCloseTo(answer.gap.estimate, 10)
    for (const part of [endowments, coefficients, interaction]) {
      expect(part.se).toBeGreaterThan(0)
      expect(part.byVariable.map(({ variable }: { variable: string }) => variable)).toEqual([
        '(intercept)',
        'years',
        'union',
      ])
    }
    expect(answer.twofold.map(({ reference }: { reference: string }) => reference)).toEqual([
      'b',
      'a',
      'equal',
      'size',
      'pooled',
      'pooled-with-group',
    ])
    for (const { explained, unexplained } of answer.twofold) {
      expect(explained.estimate + unexplained.estimate).toBeCloseTo(answer.gap.estimate, 10)
    }
    expect(run.out).toContain('60 rader räknade, 2 utan värde')
    expect(run.out).toContain('Det är en uträkning, inte en förklaring till varför.')
    expect(run.out).toContain('Sanna siffror utan skydd')
  })
  it('repeats a bootstrap by its seed', async () => {
    const drawn = async (seed: string) => {
      await place.run([...DECOMPOSE, '--bootstrap', '60', '--seed', seed, '--json', 'o.json'])
      return place.json('o.json')
    }
    const one = await drawn('4')
    expect(await drawn('4')).toEqual(one)
    expect(one.errors).toEqual({ method: 'bootstrap', draws: 60, seed: 4, failed: 0 })
    expect((await drawn('5')).gap.se).not.toBe(one.gap.se)
  })
  it.each([
    ['an unknown column', [...DECOMPOSE, '--x', 'yers'], 'det finns ingen kolumn yers. Menade du years?'],
    ['an unknown group', [...DECOMPOSE, '--a', 'Q'], 'sex har inget värde Q. Där finns: K, M, X.'],
    [
      'a constant column',
      [...DECOMPOSE, '--b', 'K', '--x', 'years,union', '--dummies', 'u=union+union2'],
      'ingen kolumn union2',
    ],
    [
      'a text for a number',
      ['decompose', 'text.csv', '--outcome', 'pay', '--group', 'sex', '--a', 'K', '--x', 'years'],
      'text.csv, rad 2, years: ”två” är inget tal',
    ],
    [
      'a number that may be two',
      ['decompose', 'tusen.csv', '--outcome', 'pay', '--group', 'sex', '--a', 'K', '--x', 'years'],
      'kan vara ett tusental eller ett decimaltal',
    ],
    ['few draws', [...DECOMPOSE, '--bootstrap', '5'], '--bootstrap ska vara ett heltal från 50'],
    ['missing options', ['decompose', 'lön.csv'], '--outcome saknas'],
    [
      'an unknown option',
      [...DECOMPOSE, '--wieghts', 'w'],
      'Valet --wieghts finns inte. Menade du --weights?',
    ],
    [
      'the group as a characteristic',
      [...DECOMPOSE, '--x', 'years,w'],
      'w bland M: den är konstant eller följer helt av de andra',
    ],
  ])('refuses %s', async (_, args, said) => {
    const run = await place.run(args)
    expect(run.exit).toBe(2)
    expect(run.out).toBe('')
    expect(run.err).toContain(said)
  })
})

describe('jamvikt maihda', () => {
  const MAIHDA = [
    'maihda',
    'strata.csv',
    '--n',
    'n',
    '--factors',
    'sex,age,place',
    '--json',
    'o.json',
  ] as const
  it('writes the contract’s keys for means', async () => {
    const run = await place.run([
      ...MAIHDA,
      '--mean',
      'mean',
      '--ss',
      'ss',
      '--bootstrap',
      '100',
      '--lang',
      'en',
    ])
    expect(run).toMatchObject({ exit: 0, err: '' })
    const answer = place.json('o.json')
    for (const model of [answer.null, answer.main, answer.ml.null, answer.ml.main]) {
      expect(model.vpc).toBeCloseTo(model.varStrata / (model.varStrata + model.varResidual), 12)
    }
    expect(answer.pcv.reml).toBeCloseTo(1 - answer.main.varStrata / answer.null.varStrata, 12)
    expect(answer.pcv.ml).toBeCloseTo(1 - answer.ml.main.varStrata / answer.ml.null.varStrata, 12)
    expect(answer.strata).toHaveLength(18)
    expect(answer.strata[0]).toMatchObject({ by: { sex: '0', age: '0', place: '0' }, n: 40 })
    expect(answer.bootstrap.vpcNull.interval.low).toBeLessThan(answer.null.vpc)
    expect(run.out).toContain('Of the variation among 720 persons')
  })
  it('and for successes', async () => {
    const run = await place.run([...MAIHDA, '--successes', 'yes', '--quadrature', '7'])
    expect(run).toMatchObject({ exit: 0, err: '' })
    expect(place.json('o.json')).toMatchObject({
      outcome: 'logistic',
      pcv: { reml: null },
      null: { method: 'quadrature' },
    })
  })
  it('takes a group without members as empty, not as a row without values', async () => {
    const run = await place.run([
      'maihda',
      'strata-tom.csv',
      '--n',
      'n',
      '--factors',
      'sex,age,place',
      '--mean',
      'mean',
      '--ss',
      'ss',
      '--json',
      'o.json',
    ])
    expect(run).toMatchObject({ exit: 0, err: '' })
    expect(place.json('o.json')).toMatchObject({ strataUsed: 18, strataEmpty: 1, rowsDropped: 0 })
  })
  it('says which option does not go with which, and which column stands for two things', async () => {
    const points = await place.run([...MAIHDA, '--mean', 'mean', '--ss', 'ss', '--quadrature', '5'])
    expect(points).toMatchObject({
      exit: 2,
      err: expect.stringContaining('--quadrature hör till --successes'),
    })
    const many = await place.run([...MAIHDA, '--successes', 'yes', '--quadrature', '99'])
    expect(many).toMatchObject({
      exit: 2,
      err: expect.stringContaining('--quadrature: talet ligger utanför'),
    })
    const twice = await place.run([
      'segregation',
      'lång.csv',
      '--unit',
      'kön',
      '--group',
      'kön',
      '--n',
      'antal',
    ])
    expect(twice).toMatchObject({
      exit: 2,
      err: expect.stringContaining('Kolumnen kön är angiven för två saker'),
    })
  })
  it('names the row of a negative count, and asks for one outcome', async () => {
    const bad = await place.run([
      'maihda',
      'strata-fel.csv',
      '--n',
      'n',
      '--factors',
      'sex,age,place',
      '--successes',
      'yes',
    ])
    expect(bad).toMatchObject({ exit: 2, err: expect.stringContaining('rad 2, n: talet är negativt') })
    const both = await place.run([...MAIHDA, '--successes', 'yes', '--mean', 'mean'])
    expect(both).toMatchObject({
      exit: 2,
      err: expect.stringContaining('antingen --mean och --ss eller --successes'),
    })
  })
})

describe('jamvikt segregation', () => {
  it('reads counts in columns and in rows alike', async () => {
    const wide = await place.run([
      'segregation',
      'industri.csv',
      '--unit',
      'bransch',
      '--counts',
      'K,M',
      '--cluster',
      'sektion',
      '--json',
      'o.json',
    ])
    expect(wide).toMatchObject({ exit: 0, err: '' })
    const one = place.json('o.json')
    await place.run([
      'segregation',
      'lång.csv',
      '--unit',
      'bransch',
      '--group',
      'kön',
      '--n',
      'antal',
      '--json',
      'p.json',
    ])
    const other = place.json('p.json')
    // ½ Σ |n_K/140 − n_M/160|
    const d =
      (Math.abs(10 / 140 - 90 / 160) + Math.abs(50 / 140 - 50 / 160) + Math.abs(80 / 140 - 20 / 160)) / 2
    for (const { d: found, m } of [one, other]) {
      expect(found).toEqual([{ group: 'K', against: 'M', d: expect.closeTo(d, 12) }])
      expect(m).toBeCloseTo(one.m, 12)
    }
    expect(one.clusters.between.m + one.clusters.within.m).toBeCloseTo(one.m, 12)
    expect(one.emptyUnits).toEqual(['D'])
    expect(wide.out).toContain('Utan personer och därför inte med: D.')
  })
  it('corrects for small numbers and tells chance apart', async () => {
    await place.run([
      'segregation',
      'lång.csv',
      '--unit',
      'bransch',
      '--group',
      'kön',
      '--n',
      'antal',
      '--bootstrap',
      '100',
      '--seed',
      '3',
      '--json',
      'p.json',
    ])
    const { bootstrap, chance, m } = place.json('p.json')
    expect(bootstrap.m.corrected).toBeLessThan(m)
    expect(chance.m.expected).toBeLessThan(0.05)
    expect(chance.m.p).toBeCloseTo(1 / 101, 12)
  })
  it('asks for one layout, and refuses a group that is not there', async () => {
    const none = await place.run(['segregation', 'lång.csv', '--unit', 'bransch'])
    expect(none).toMatchObject({
      exit: 2,
      err: expect.stringContaining('antingen --group och --n eller --counts'),
    })
    const other = await place.run([
      'segregation',
      'industri.csv',
      '--unit',
      'bransch',
      '--counts',
      'K,M',
      '--a',
      'Q',
    ])
    expect(other).toMatchObject({ exit: 2, err: expect.stringContaining('Q: namnet finns inte') })
  })
})

describe('jamvikt precision', () => {
  it('plans each crossing with its own population', async () => {
    const run = await place.run([
      'precision',
      'folk.csv',
      '--population',
      'antal',
      '--by',
      'kön,ålder',
      '--margin',
      '5 %',
      '--response-rate',
      '0,5',
      '--json',
      'o.json',
    ])
    expect(run).toMatchObject({ exit: 0, err: '' })
    const answer = place.json('o.json')
    // Cochran: n0 = 1.96²/4/0.05² = 384.15; of 1,000: 384.15·1000/(999 + 384.15) = 277.7.
    expect(answer.groups[0]).toMatchObject({
      name: 'K, ung',
      population: 1000,
      answersNeeded: 278,
      asked: 556,
    })
    expect(answer.groups[3]).toMatchObject({
      name: 'M, äldre',
      population: 50,
      asked: 50,
      census: true,
      reached: false,
    })
    expect(answer.groupsEmpty).toBe(1)
    expect(run.out).toContain('räcker inte: alla tillfrågas')
  })
  it('says how many show a difference', async () => {
    const run = await place.run([
      'precision',
      '--compare',
      '0,5/0,75',
      '--power',
      '0,9',
      '--lang',
      'en',
      '--json',
      'o.json',
    ])
    expect(place.json('o.json').perGroup).toBe(77)
    expect(run.out).toContain('77 answers are needed in each group')
  })
  it.each([
    ['nothing to plan', ['precision'], 'antingen en fil eller --compare'],
    ['equal shares', ['precision', '--compare', '0,5/0,5'], 'två olika andelar'],
    [
      'a margin above all',
      ['precision', 'folk.csv', '--population', 'antal', '--by', 'kön', '--margin', '2'],
      '--margin ska ligga mellan 0 och 1, inte 2',
    ],
  ])('refuses %s', async (_, args, said) => {
    expect(await place.run(args)).toMatchObject({ exit: 2, err: expect.stringContaining(said) })
  })
})

describe('help', () => {
  it.each(['decompose', 'maihda', 'segregation', 'precision'])(
    '%s explains itself in both languages',
    async (name) => {
      const [sv, en] = await Promise.all([
        place.run([name, '--help', '--lang', 'sv']),
        place.run([name, '--help', '--lang', 'en']),
      ])
      expect(sv).toMatchObject({ exit: 0, err: '' })
      expect(en).toMatchObject({ exit: 0, err: '' })
      const options = (text: string) => text.match(/--[a-z-]+/g)?.toSorted()
      expect(options(sv.out)).toEqual(options(en.out))
      expect(en.out).not.toBe(sv.out)
    },
  )
})
