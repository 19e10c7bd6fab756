import { makeRandom } from '../math/random.ts'

/** What the examples of the docstrings speak of, by folder. */
const INDUSTRIES: readonly (readonly [women: number, men: number])[] = [
  [12185, 1343],
  [6585, 1216],
  [4448, 1149],
  [3534, 1085],
  [2823, 978],
  [2408, 955],
  [2160, 951],
  [1892, 805],
  [1738, 809],
  [1537, 12191],
  [1409, 6657],
  [1326, 4410],
  [1234, 3529],
  [1127, 2820],
  [1044, 2428],
  [978, 2136],
  [938, 1932],
  [920, 1668],
  [847, 1554],
  [845, 1406],
]

/** Bickel, Hammel & O'Connell (1975): admissions to six departments, women and men. */
const DEPARTMENTS = (
  [
    [89, 108, 512, 825],
    [17, 25, 353, 560],
    [202, 593, 120, 325],
    [131, 375, 138, 417],
    [94, 393, 53, 191],
    [24, 341, 22, 373],
  ] as const
).map(([w, women, m, men]) => ({ group: { successes: w, n: women }, reference: { successes: m, n: men } }))

const random = makeRandom(1)
const wages = (shift: number) => {
  const years = Array.from({ length: 40 }, () => 5 + 2 * random.normal())
  return { years, wage: years.map((x) => 3 + shift + 0.1 * x + 0.2 * random.normal()) }
}
const men = wages(0.2)
const women = wages(0)
const yes = (values: readonly number[]) =>
  values.map((value) => (value + 0.5 * random.normal() > 3.6 ? 1 : 0))
const counted = { applied: 20, granted: 8, refused: 12, withdrawn: 0, pending: 0 }
const money = { applied: { totalOre: 900_00 }, granted: { totalOre: 400_00 } }
const cell = (by: Record<string, string>) => ({ by, counts: counted, amounts: money })

export const EXAMPLE_DATA: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  segregation: {
    matrix: {
      units: INDUSTRIES.map((_, i) => `industry ${i + 1}`),
      groups: ['women', 'men'],
      counts: INDUSTRIES,
      clusters: INDUSTRIES.map((_, i) => (i < 9 ? 'services' : 'goods')),
    },
  },
  selection: {
    strata: [
      { group: { successes: 132, n: 412 }, reference: { successes: 262, n: 655 } },
      { group: { successes: 18, n: 96 }, reference: { successes: 35, n: 131 } },
    ],
    departments: DEPARTMENTS,
  },
  maihda: {
    strata: Array.from({ length: 24 }, (_, i) => ({
      by: { sex: String(i % 2), age: String(Math.floor(i / 2) % 3), place: String(Math.floor(i / 6)) },
      n: 50 + i,
      mean: 100 + 5 * (i % 2) + 3 * Math.sin(i * 2.1),
      ssWithin: (49 + i) * 64,
      successes: 10 + ((i * 7) % 13),
    })),
  },
  decomposition: {
    men: { outcome: men.wage, x: { years: men.years } },
    women: { outcome: women.wage, x: { years: women.years } },
    menGranted: { outcome: yes(men.wage), x: { years: men.years } },
    womenGranted: { outcome: yes(women.wage), x: { years: women.years } },
    cells: [
      { by: { industry: 'S', place: 'north' }, a: { n: 10, total: 2 }, b: { n: 30, total: 3 } },
      { by: { industry: 'C', place: 'north' }, a: { n: 30, total: 12 }, b: { n: 10, total: 5 } },
    ],
  },
  time: {
    panel: {
      periods: [2017, 2018, 2019, 2020, 2021],
      units: ['Dalarna', 'Halland', 'Gotland', 'Kalmar', 'Skåne', 'Blekinge'].map((unit, i) => ({
        unit,
        values: [10, 11, 12, 13, 14].map(
          (value, t) => value + Math.sin(3 * i + t) + (i === 0 && t > 2 ? 4 : 0),
        ),
      })),
    },
  },
  indices: {
    units: [
      { unit: 'Dalarna', values: { pay: { women: 26, men: 30 } } },
      { unit: 'Gotland', values: { pay: { women: 25, men: 26 } } },
    ],
    ranking: { id: 'i', version: '1', indicators: [{ id: 'pay', kind: 'gap' }], minimumShare: 1 },
    definition: {
      id: 'work',
      version: '1',
      minimumShare: 1,
      domains: [
        {
          id: 'work',
          weight: 1,
          subdomains: [{ id: 'participation', indicators: [{ id: 'work', correction: { highest: 80 } }] }],
        },
      ],
    },
  },
  audit: {
    cells: [
      cell({}),
      cell({ sex: 'women' }),
      cell({ sex: 'men' }),
      ...['chemistry', 'history'].flatMap((discipline) =>
        ['women', 'men'].map((sex) => cell({ sex, discipline })),
      ),
    ],
    stages: { applied: true, decided: true, granted: true, amountApplied: true, amountGranted: true },
    base: [
      { by: { sex: 'women', industry: 'G' }, count: 30 },
      { by: { sex: 'men', industry: 'G' }, count: 70 },
    ],
    cases: {
      length: 2,
      outcome: Uint8Array.of(0, 1),
      dimensions: {
        sex: { codes: Uint16Array.of(0, 1), labels: ['women', 'men'] },
        industry: { codes: Uint16Array.of(0, 0), labels: ['G'] },
      },
      amountAppliedOre: Float64Array.of(100, 200),
      amountGrantedOre: Float64Array.of(100, Number.NaN),
      contributor: Uint32Array.of(1, 2),
    },
  },
}
