// Disclosure control: hidden cells, the records in them and seconds, beside what other tools needed for the same tables.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  DEFAULT_RULES,
  makeCertificate,
  parseDimensions,
  publishedCounts,
  type Suppression,
  type SuppressionRules,
  suppress,
  type Tabulated,
  tabulateColumns,
  totalsOf,
  verify,
} from '@jamvikt/disclosure'
import { machine, startResults } from './results.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? path.resolve('../shared')
const { note, write } = startResults()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const THREE = 'municipality<subregion,sex,industry'
const FOUR = 'municipality<subregion,sex,background,industry'
const FIVE = 'municipality<subregion,sex,age,background,industry'

interface Case {
  readonly name: string
  readonly dims: string
  readonly rules: Partial<SuppressionRules>
  /** Time given for the search; null: the rounds that are standard. */
  readonly seconds: number | null
  readonly secondary: number | null
  readonly within: number | null
  readonly beside: string
}

const BOTH = { attackers: [0, 1] } as const
const PAIR = { symmetry: { dimension: 'sex', codes: ['K', 'M'] }, singletons: true } as const
const CASES: readonly Case[] = [
  {
    name: '3 dimensions, width ≥ 2, both attackers',
    dims: THREE,
    rules: { ...BOTH, width: 2 },
    seconds: null,
    secondary: 13,
    within: 0.05,
    beside: 'GaussSuppression 25 in 9 s, hypercube 13 in 2.3 s, no promise',
  },
  {
    name: '4 dimensions, never exact, both attackers',
    dims: FOUR,
    rules: BOTH,
    seconds: 0.95,
    secondary: 1235,
    within: 1,
    beside: 'GaussSuppression 1,279 in 18.6 s (1,234 without singletons)',
  },
  {
    name: '4 dimensions, never exact, both attackers, longer',
    dims: FOUR,
    rules: BOTH,
    seconds: 4.9,
    secondary: 1195,
    within: 5,
    beside: '',
  },
  {
    name: '4 dimensions, never exact, with symmetry and singletons',
    dims: FOUR,
    rules: { ...BOTH, ...PAIR },
    seconds: 4.9,
    secondary: null,
    within: null,
    beside: 'the like with symmetry by no other tool',
  },
  {
    name: '4 dimensions, zeros protected too',
    dims: FOUR,
    rules: { attackers: [0], zeros: 'protect' },
    seconds: 4.9,
    secondary: null,
    within: null,
    beside: 'GaussSuppression 1,450 in 20 s',
  },
  {
    name: '4 dimensions, width ≥ 2, both attackers',
    dims: FOUR,
    rules: { ...BOTH, width: 2 },
    seconds: 2.9,
    secondary: 1600,
    within: 3,
    beside: '–',
  },
  {
    name: '5 dimensions, width ≥ 2, lb = 0',
    dims: FIVE,
    rules: { attackers: [0], width: 2 },
    seconds: 28,
    secondary: 14_000,
    within: 30,
    beside: 'GaussSuppression 20,055 in 1,600 s, no promise',
  },
  {
    name: '5 dimensions, never exact, both attackers',
    dims: FIVE,
    rules: BOTH,
    seconds: 56,
    secondary: null,
    within: 60,
    beside: 'no sensitive cell needs coarsening',
  },
]

/** Suites run one after another: the first use of each size is part of its time. */
export function measureDisclosure(): void {
  const columns = columnsOfMicro()
  const tables = new Map([THREE, FOUR, FIVE].map((dims) => [dims, tabulated(dims, columns)]))
  for (const { name, dims, rules, seconds, secondary, within, beside } of CASES) {
    const table = tables.get(dims)
    if (table === undefined) continue
    const { suppression, took } = suppressed(table, rules, seconds)
    const { counts, cells } = suppression
    const largest = cells.reduce(
      (most, what, cell) => (what === 3 ? Math.max(most, table.counts[cell] ?? 0) : most),
      0,
    )
    note(
      `${name}: hidden beside ${counts.sensitive} sensitive of ${counts.cells} cells`,
      counts.secondary,
      'cells',
      secondary,
      `${beside}; ${counts.suppressedMass} records in them, the largest cell ${largest}`,
    )
    note(
      `${name}: time`,
      took,
      's',
      within,
      `${suppression.rows.length} witnesses, ${suppression.rounds} rounds`,
    )
    if (dims === FOUR && seconds === 0.95) measureVerification(suppression)
    if (dims === FIVE) {
      const megabytes = process.resourceUsage().maxRSS / 1024
      note(
        `${name}: largest memory of the process so far`,
        megabytes,
        'MB',
        secondary === null ? null : 600,
        '',
      )
    }
  }
  growth(columns)
  write(
    'Disclosure control',
    `${machine()}. \`sdc/micro_100k.csv\` (100,000 synthetic persons), minimum frequency 3, zeros published, the total and the totals by sex kept published; symmetry and singleton protection off unless said. Costs are 1 + log10(1 + count)/10 a cell, so that the fewest cells are not bought with large totals. Figures of other tools are from the reference folder, on a like machine.`,
  )
}

function measureVerification(suppression: Suppression): void {
  const certificate = JSON.stringify(makeCertificate(suppression, sha256))
  const cells = publishedCounts(suppression.set.cube, suppression.set.counts, suppression.cells)
  const began = performance.now()
  const verified = verify(cells, JSON.parse(certificate), sha256)
  note(
    'verify, 4 dimensions, first call',
    (performance.now() - began) / 1000,
    's',
    0.5,
    `${verified.ok ? 'holds' : verified.reason}; ${(certificate.length / 1000).toFixed(0)} kB`,
  )
}

/** The same promise on more and more cells. */
function growth(columns: ReadonlyMap<string, readonly string[]>): void {
  for (const dims of [
    'municipality<subregion,sex,background',
    'municipality<subregion,sex,age,industry',
    FOUR,
    FIVE,
  ]) {
    const { suppression, took } = suppressed(tabulated(dims, columns), BOTH, null, 0)
    const { cells, sensitive, secondary } = suppression.counts
    note(
      `First safe set: ${cells} cells, ${sensitive} sensitive`,
      took,
      's',
      null,
      `${secondary} hidden with them`,
    )
  }
}

function suppressed(
  { cube, counts }: Tabulated,
  rules: Partial<SuppressionRules>,
  seconds: number | null,
  rounds?: number,
): { readonly suppression: Suppression; readonly took: number } {
  const began = performance.now()
  const used = () => (performance.now() - began) / 1000
  const suppression = suppress(
    { cube, counts },
    {
      ...DEFAULT_RULES,
      mustPublish: totalsOf(cube, 'sex'),
      ...rules,
    },
    seconds === null
      ? rounds === undefined
        ? {}
        : { rounds }
      : { rounds: Number.MAX_SAFE_INTEGER, progress: () => used() / seconds },
  )
  const took = used()
  if (!suppression.ok) throw new Error(suppression.reason)
  return { suppression, took }
}

function tabulated(dims: string, columns: ReadonlyMap<string, readonly string[]>): Tabulated {
  const parsed = parseDimensions(dims)
  if (!parsed.ok) throw new Error(parsed.part)
  const table = tabulateColumns(parsed.specs, columns)
  if (!table.ok) throw new Error(table.reason)
  return table
}

function columnsOfMicro(): Map<string, string[]> {
  const [head = '', ...lines] = readFileSync(path.join(SHARED, 'reference/sdc/micro_100k.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
  const rows = lines.map((line) => line.split(','))
  return new Map(head.split(',').map((name, i) => [name, rows.map((row) => row[i] ?? '')]))
}
