// The measures of inequality: how long an answer takes, beside a plain implementation on rows in the same run.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  bootstrapLinear,
  bootstrapLogistic,
  bootstrapSegregation,
  type CountRow,
  type GroupData,
  maihdaLinear,
  maihdaLogistic,
  mutualInformation,
  oaxacaBlinder,
  type Result,
  segregationTable,
} from '@jamvikt/equity'
import {
  type PlainGroup,
  plainDecomposition,
  plainMultilevel,
  plainMutual,
  plainMutualBootstrap,
} from './equity-peers.ts'
import { machine, startResults } from './results.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? path.resolve('../shared')
const { note, write } = startResults()

function rowsOf(file: string): Record<string, string>[] {
  const [header = [], ...rows] = readFileSync(path.join(SHARED, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')))
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}

/** A small seeded generator for data and peers. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function normals(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Milliseconds: the first call, and the median of the calls after it. */
function timed(run: () => unknown, runs: number): { first: number; median: number } {
  const once = () => {
    const began = performance.now()
    run()
    return performance.now() - began
  }
  const first = once()
  const times = Array.from({ length: runs }, once).sort((a, b) => a - b)
  return { first, median: times[Math.floor(runs / 2)] ?? first }
}

const beside = (plain: number, ours: number, what: string) =>
  `${what}: ${(plain / ours).toFixed(0)} × as long`

function ok<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.reason} ${result.culprit}`)
  return result
}

const FACTORS = ['sex', 'age', 'bg', 'edu', 'reg']

function multilevel(): void {
  const strata = rowsOf('reference/maihda/strata_100k.csv').map((row) => ({
    by: Object.fromEntries(FACTORS.map((name) => [name, row[name] ?? ''])),
    n: Number(row.n),
    mean: Number(row.mean_income),
    ssWithin: Number(row.ss_within),
    successes: Number(row.granted),
  }))
  const linear = timed(() => ok(maihdaLinear(strata)), 15)
  const draw = normals(generator(1))
  const labels = FACTORS.map((name) => [...new Set(strata.map(({ by }) => by[name]))].sort().slice(1))
  const persons = strata.flatMap(({ n, mean, ssWithin, by }, stratum) => {
    const x = [
      1,
      ...FACTORS.flatMap((name, f) => (labels[f] ?? []).map((label) => (by[name] === label ? 1 : 0))),
    ]
    return Array.from({ length: n }, () => ({ stratum, outcome: mean + Math.sqrt(ssWithin / n) * draw(), x }))
  })
  const plain = timed(
    () => [plainMultilevel(persons, strata.length, false), plainMultilevel(persons, strata.length, true)],
    0,
  )
  note(
    'MAIHDA, 192 strata (100 000 persons): linear, null and main, each by REML and by ML',
    linear.median,
    'ms',
    20,
    beside(plain.first, linear.median, 'ML alone, plainly on the persons'),
  )
  note(
    'The same, first call in the process',
    linear.first,
    'ms',
    null,
    'R lme4, null and main by REML: 2.4 and 4.1 s on 100 000 persons; main 27 s on a million',
  )
  const logistic = timed(() => ok(maihdaLogistic(strata)), 15).median
  note(
    'MAIHDA, the same strata: logistic by Laplace, null and main',
    logistic,
    'ms',
    100,
    'R lme4: 0.6 and 1.7 s on the strata, 29 and 166 s on persons',
  )
  note(
    'The same by quadrature of 15 points',
    timed(() => ok(maihdaLogistic(strata, { points: 15 })), 3).median,
    'ms',
    null,
  )
  const drawn = timed(() => ok(bootstrapLinear(strata, { draws: 1000, seed: 1 })), 2).median
  note('Parametric bootstrap of the linear models, 1 000 draws', drawn / 1000, 's', 2)
  note(
    'Parametric bootstrap of the logistic models, 1 000 draws',
    timed(() => ok(bootstrapLogistic(strata, { draws: 1000, seed: 1 })), 0).first / 1000,
    's',
    null,
  )
  // A further factor of ten labels; the small table has it too, so that both models have as many coefficients.
  const ten = Array.from({ length: 10 }, (_, copy) =>
    strata.map((s) => ({ ...s, by: { ...s.by, place: String(copy) }, mean: s.mean + copy })),
  ).flat()
  const one = strata.map((s, i) => ({
    ...s,
    by: { ...s.by, place: String((i * i + Math.floor(i / 7)) % 10) },
  }))
  const ratio = (run: (of: typeof ten) => unknown) =>
    timed(() => run(ten), 7).median / timed(() => run(one), 7).median
  note(
    'Ten times the strata, linear, times as long',
    ratio((of) => ok(maihdaLinear(of))),
    '×',
    12,
  )
  note(
    'Ten times the strata, logistic, times as long',
    ratio((of) => ok(maihdaLogistic(of))),
    '×',
    12,
  )
}

function decomposition(): void {
  const rows = rowsOf('data/microdata/AER_CPS1985.csv')
  const yes = (text: string | undefined) => (text === 'yes' ? 1 : 0)
  const plainGroup = (gender: string): PlainGroup => {
    const own = rows.filter((row) => row.gender === gender)
    return {
      y: own.map((row) => Math.log(Number(row.wage))),
      x: own.map((row) => [
        Number(row.education),
        Number(row.experience),
        Number(row.experience) ** 2,
        yes(row.union),
        yes(row.married),
      ]),
    }
  }
  const groupOf = ({ y, x }: PlainGroup): GroupData => ({
    outcome: y,
    x: Object.fromEntries((x[0] ?? []).map((_, k) => [`x${k}`, x.map((row) => row[k] ?? 0)])),
  })
  const [men, women] = [plainGroup('male'), plainGroup('female')]
  const bootstrap = { errors: { draws: 1000, seed: 1 } }
  const ours = timed(() => ok(oaxacaBlinder(groupOf(men), groupOf(women), bootstrap)), 5).median
  const random = generator(7)
  const plain = timed(() => plainDecomposition(men, women, 1000, random), 0).first
  note(
    'Oaxaca–Blinder, 534 rows, 5 regressors, 1 000 bootstrap draws',
    ours / 1000,
    's',
    1,
    `${beside(plain, ours, 'endowments alone, plainly')}; R oaxaca on 666 rows: about 45 s`,
  )
  const large = (n: number, seed: number): PlainGroup => {
    const uniform = generator(seed)
    const normal = normals(uniform)
    const x = Array.from({ length: n }, () =>
      Array.from({ length: 10 }, (_, k) => (k < 5 ? normal() : uniform() < 0.3 ? 1 : 0)),
    )
    return { x, y: x.map((row) => 1 + 0.3 * (row[0] ?? 0) + (row[7] ?? 0) + normal()) }
  }
  const [plainA, plainB] = [large(50_000, 1), large(50_000, 2)]
  const [a, b] = [groupOf(plainA), groupOf(plainB)]
  const delta = timed(() => ok(oaxacaBlinder(a, b)), 3).median
  let drawn = 0
  const took = timed(() => {
    drawn = ok(oaxacaBlinder(a, b, bootstrap)).threefold.endowments.se ?? 0
  }, 0).first
  note('Oaxaca–Blinder, 100 000 rows, 10 regressors, 1 000 draws of rows', took / 1000, 's', 20)
  note('The same with errors by the delta method', delta, 'ms', null)
  const byDelta = ok(oaxacaBlinder(a, b)).threefold.endowments.se ?? 0
  const redrawn = plainDecomposition(plainA, plainB, 60, random)
  note(
    'Error of the endowments, delta against the bootstrap, off by',
    100 * Math.abs(byDelta / drawn - 1),
    '%',
    10,
    `plain row bootstrap of 60 draws off by ${(100 * Math.abs(redrawn / drawn - 1)).toFixed(0)} %`,
  )
  const half = [groupOf(large(5_000, 3)), groupOf(large(5_000, 4))] as const
  const few = { errors: { draws: 200, seed: 1 } }
  const small = timed(() => ok(oaxacaBlinder(half[0], half[1], few)), 3).median
  note(
    'Ten times the rows, times as long',
    timed(() => ok(oaxacaBlinder(a, b, few)), 2).median / small,
    '×',
    12,
  )
}

function segregation(): void {
  const rows = rowsOf('reference/segregation/schools00.csv').map((row) => ({
    unit: row.school ?? '',
    group: row.race ?? '',
    n: Number(row.n),
  }))
  const tableOf = (from: readonly CountRow[]) => ok(segregationTable(from)).table
  const ours = timed(() => mutualInformation(tableOf(rows)), 21)
  const plain = timed(() => plainMutual(rows), 21).median
  note(
    'M and H of 8 142 rows, the table made each time',
    ours.median,
    'ms',
    10,
    beside(plain, ours.median, 'M alone, by maps'),
  )
  note('The same, first call in the process', ours.first, 'ms', null)
  const table = tableOf(rows)
  const bootstrap = timed(() => ok(bootstrapSegregation(table, { draws: 100, seed: 1 })), 5).median
  const redrawn = timed(() => plainMutualBootstrap(rows, 100, generator(3)), 0).first
  note(
    '100 bootstrap draws of M, H and IP (877 739 persons)',
    bootstrap / 1000,
    's',
    0.5,
    `${beside(redrawn, bootstrap, 'M alone, person by person')}; R segregation 4.7 s`,
  )
  const ten = Array.from({ length: 10 }, (_, copy) =>
    rows.map((row) => ({ ...row, unit: `${copy} ${row.unit}` })),
  ).flat()
  note(
    'Ten times the cells, times as long',
    timed(() => mutualInformation(tableOf(ten)), 9).median / ours.median,
    '×',
    12,
  )
}

/** Measures the library and writes its section. */
export function measureEquity(): void {
  multilevel()
  decomposition()
  segregation()
  write(
    'Measures of inequality',
    `Made by \`npm run bench -- equity\` on ${machine()}. Warm medians unless said otherwise; R's times are CPU or wall seconds of one run on another two-core machine and serve for scale.\nStrata and school tables are the reference inputs, wages the CPS of 1985 (R package AER); the 100 000 rows are synthetic.`,
  )
}
