import { afterAll, describe, expect, it } from 'vitest'
import { CASE_MAPPING, caseList, workplace } from './run-cli.test-support.ts'

const LIST = caseList({ C: [20, 20, 60, 40], S: [30, 30, 20, 20], F: [2, 1, 30, 30] })
const place = workplace({
  'lista.csv': LIST,
  'fel.csv': `${LIST}d1;Firma;ja;5;5;K;C\nd999;Firma;kanske;5;5;K;C\n`,
  'bas.csv': 'Kön;Bransch;Antal\nK;C;100\nK;S;300\nK;F;50\nM;C;400\nM;S;200\nM;F;500\n',
  'bas-fel.csv': 'Kön;Antal\nK;hundra\n',
  'm.json': JSON.stringify(CASE_MAPPING),
  'harlett.json': JSON.stringify({ ...CASE_MAPPING, sexInferred: true }),
  'trasig.json': '{"columns":',
  'fel.json': JSON.stringify({ ...CASE_MAPPING, columns: { ...CASE_MAPPING.columns, sex: 'Könn' } }),
})
afterAll(place.leave)
const ON_LIST = ['audit', 'lista.csv', '--mapping', 'm.json'] as const

interface Group {
  by: Record<string, string>
  suppressed: boolean
  [figure: string]: unknown
}
const groupOf = (answer: { groups: Group[] }, by: Record<string, string>) =>
  answer.groups.find((group) => JSON.stringify(group.by) === JSON.stringify(by))

describe('jamvikt audit', () => {
  it('writes the true figures with --working', async () => {
    const run = await place.run([
      ...ON_LIST,
      '--by',
      'sex,industry',
      '--base',
      'bas.csv',
      '--working',
      '--json',
      'o.json',
    ])
    expect(run).toMatchObject({ exit: 0, err: '' })
    const answer = place.json('o.json')
    expect(answer).toMatchObject({
      audience: 'working',
      rows: 303,
      refusedRows: 0,
      leaderRule: 'CEO',
      sexInferred: false,
      threshold: null,
      missingStages: [],
      gapReason: null,
      overall: { by: {}, applied: 303, granted: 162, amountApplied: 303_151.5, amountGranted: 81_040.5 },
    })
    expect(groupOf(answer, { sex: 'women' })).toMatchObject({
      applied: 103,
      decided: 103,
      granted: 52,
      rate: 52 / 103,
      amountGranted: 26_013,
      suppressed: false,
    })
    expect(groupOf(answer, { sex: 'women', industry: 'F' })).toMatchObject({ granted: 2, suppressed: false })
    expect(answer.gap).toMatchObject({ entering: 'base', women: 57.81, men: 50.03 })
    const stages = answer.gap.stages.map(({ stage }: { stage: string }) => stage)
    expect(stages).toEqual(['applied', 'decided', 'granted', 'amount'])
    const sum = answer.gap.stages.reduce((total: number, stage: { total: number }) => total + stage.total, 0)
    expect(sum).toBeCloseTo(answer.gap.total, 12)
    expect(run.out).toContain('Arbetsvy: sanna siffror utan skydd')
  })

  it('divides the gap between any two groups', async () => {
    const ask = ['--by', 'sex,industry', '--working', '--json', 'o.json', '--gap'] as const
    const same = await place.run([...ON_LIST, ...ask, 'sex=women/sex=men'])
    expect(same).toMatchObject({ exit: 0, err: '' })
    const { gap, otherGap } = place.json('o.json')
    expect(otherGap).toMatchObject({ total: gap.total, stages: gap.stages, first: gap.women, other: gap.men })
    expect(same.out).toContain('Hur andelen för kvinnor ändras i varje steg, mot män')
    await place.run([...ON_LIST, ...ask, 'sex=women+industry=S/sex=men+industry=C'])
    // Applied 60 and 100; granted 30 and 60, all of the same amount.
    expect(place.json('o.json').otherGap).toMatchObject({ shareEntering: 60 / 160, shareAmount: 30 / 90 })
    const apart = await place.run([...ON_LIST, ...ask, 'background=native/background=foreignBorn'])
    expect(apart).toMatchObject({ exit: 2, err: expect.stringContaining('background måste stå i --by') })
    const unlike = await place.run([...ON_LIST, ...ask, 'sex=women/industry=C'])
    expect(unlike).toMatchObject({
      exit: 2,
      err: expect.stringContaining('två grupper av samma dimensioner'),
    })
  })

  it('hides small groups without it, keeping their rows with null figures', async () => {
    const run = await place.run([...ON_LIST, '--by', 'sex,industry', '--json', 'o.json'])
    expect(run.exit).toBe(0)
    const answer = place.json('o.json')
    expect(answer).toMatchObject({ audience: 'protected', threshold: 5, missingStages: ['base'] })
    const hidden = groupOf(answer, { sex: 'women', industry: 'F' })
    const { by, suppressed, ...figures } = hidden ?? { by: {}, suppressed: false }
    expect({ by, suppressed }).toEqual({ by: { sex: 'women', industry: 'F' }, suppressed: true })
    expect(new Set(Object.values(figures))).toEqual(new Set([null]))
    expect(Object.keys(figures)).toEqual(
      Object.keys(answer.overall).filter((key) => key !== 'by' && key !== 'suppressed'),
    )
    expect(answer.groups).toHaveLength(2 + 3 + 6)
    expect(run.out).toMatch(/kvinnor, F Byggverksamhet +··/)
  })

  it('hides everything where even the total is small', async () => {
    const tiny = workplace({ 'l.csv': caseList({ C: [1, 1, 1, 1] }), 'm.json': JSON.stringify(CASE_MAPPING) })
    const run = await tiny.run(['audit', 'l.csv', '--mapping', 'm.json', '--json', 'o.json'])
    expect(run.exit).toBe(0)
    expect(tiny.json('o.json')).toMatchObject({
      overall: { suppressed: true, applied: null },
      gap: null,
      gapReason: 'group-suppressed',
    })
    tiny.leave()
  })

  it('counts refused rows, shows the first reasons and writes all with --refused', async () => {
    const run = await place.run([
      'audit',
      'fel.csv',
      '--mapping',
      'm.json',
      '--refused',
      'r.csv',
      '--json',
      'o.json',
    ])
    expect(run.exit).toBe(0)
    expect(place.json('o.json')).toMatchObject({ rows: 305, refusedRows: 2 })
    expect(run.out).toContain('rad 305, Dnr: ärendenumret står redan på en tidigare rad (d1)')
    expect(place.read('r.csv')).toContain('306;Beslut;value-unmapped;kanske;;')
  })

  it('writes the groups as CSV that a Swedish spreadsheet opens', async () => {
    await place.run([...ON_LIST, '--csv', 'o.csv'])
    const [header, overall, ...groups] = place.read('o.csv').trimEnd().split('\r\n')
    expect(header).toMatch(/^\uFEFFsex;applied;decided;granted;.*;rateIntervalLow;rateIntervalHigh;/)
    expect(overall).toMatch(/^;303;303;162;/)
    expect(groups).toHaveLength(2)
  })

  it('answers in English by the environment or --lang', async () => {
    const run = await place.run(ON_LIST, { LC_ALL: 'C.UTF-8' })
    expect(run.out).toContain('Audit of lista.csv')
    const asked = await place.run([...ON_LIST, '--lang', 'sv'], { LC_ALL: 'C.UTF-8' })
    expect(asked.out).toContain('Granskning av lista.csv')
  })

  it('aligns figures to the right', async () => {
    const { out } = await place.run([...ON_LIST, '--working'])
    const lines = out.split('\n')
    const header = lines.findIndex((line) => /^Grupp +Sökande/.test(line) && line.includes('Kvot'))
    const end = (line: string | undefined, pattern: RegExp) => pattern.exec(line ?? '')?.[0].length
    expect(end(lines[header], /^Grupp +Sökande/)).toBe(end(lines[header + 1], /^Alla +303/))
  })

  it.each(['sv', 'en'])('explains itself in %s', async (lang) => {
    const run = await place.run(['audit', '--help', '--lang', lang])
    expect(run).toMatchObject({ exit: 0, err: '' })
    for (const option of [
      '--mapping',
      '--by',
      '--base',
      '--json',
      '--threshold',
      '--working',
      '--reference',
      '--leader-rule',
      '--csv',
      '--refused',
      '--lang',
    ]) {
      expect(run.out).toContain(option)
    }
    expect((await place.run(['--help', '--lang', lang])).out).toContain('jamvikt audit')
  })
})

describe('what must be put right ends with 2 and a line for each', () => {
  it.each([
    [[], 'Säg vad som ska göras'],
    [['audi'], 'Menade du audit?'],
    [['audit', 'lista.csv'], '--mapping saknas'],
    [['audit', '--mapping', 'm.json'], 'vilken fil'],
    [[...ON_LIST, '--treshold', '5'], 'Menade du --threshold?'],
    [[...ON_LIST, '--threshold', '2'], 'inte 2'],
    [[...ON_LIST, '--json'], '--json behöver ett värde'],
    [[...ON_LIST, '--lang', 'no'], 'inte no'],
    [[...ON_LIST, '--by', 'sex,industri'], 'Menade du industry?'],
    [[...ON_LIST, '--by', 'age'], '--by age: tolkningen säger inte'],
    [[...ON_LIST, '--reference', 'man'], 'Menade du men'],
    [[...ON_LIST, '--leader-rule', 'vd'], 'Välj bland: owner majority'],
    [[...ON_LIST, '--leader-rule', 'board'], 'Den har: CEO'],
    [[...ON_LIST, '--base', 'bas-fel.csv'], 'rad 2, kolumn Antal: antalet är inget heltal (hundra)'],
    [[...ON_LIST, '--base', 'borta.csv'], 'borta.csv'],
    [[...ON_LIST, '--json', 'borta/o.json'], 'ENOENT'],
    [['audit', 'borta.csv', '--mapping', 'm.json'], 'borta.csv'],
    [
      ['audit', 'lista.csv', '--mapping', 'borta.json'],
      'borta.json går inte att läsa: den finns inte (ENOENT)',
    ],
    [['audit', 'lista.csv', '--mapping', 'trasig.json'], 'inte giltig JSON'],
    [
      ['audit', 'lista.csv', '--mapping', 'fel.json'],
      'columns.sex: Kolumnen Könn finns inte i filen. Menade du Kön',
    ],
    [['audit', 'lista.csv', '--mapping', 'harlett.json'], 'Könet är härlett'],
  ])('%j', async (args, line) => {
    const run = await place.run(args)
    expect(run.exit).toBe(2)
    expect(run.err).toContain(line)
    expect(
      run.err
        .trim()
        .split('\n')
        .every((one) => one.startsWith('jamvikt: ')),
    ).toBe(true)
  })

  it('tells every fault of the options at once', async () => {
    const run = await place.run(['audit', '--threshold', 'x', '--okänt'])
    expect(run.err.trim().split('\n')).toHaveLength(4)
  })
})

it('shows inferred sex in the working view, marked', async () => {
  const run = await place.run([
    'audit',
    'lista.csv',
    '--mapping',
    'harlett.json',
    '--working',
    '--json',
    'o.json',
  ])
  expect(run.exit).toBe(0)
  expect(place.json('o.json')).toMatchObject({ sexInferred: true, audience: 'working' })
  expect(run.out).toContain('Könet är härlett')
})
