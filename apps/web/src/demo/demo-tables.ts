import { COUNTIES, MUNICIPALITIES } from '@jamvikt/domain'
import { writeCsv } from '@jamvikt/tables'
import { seededRandom } from './random.ts'

const YEARS = ['2020', '2021', '2022', '2023', '2024'] as const
const BORN = [
  ['född i Sverige', 1, 0.79],
  ['född utomlands', 0.78, 0.73],
] as const

/** An invented table in the form of a file, with what has to be told of it. */
export interface DemoTable {
  readonly name: string
  readonly slug: string
  readonly description: string
  readonly area: 'economy' | 'education'
  readonly fileName: string
  readonly csv: string
}

/**
 * Two invented tables, so that maps, gaps and the open site can be tried at once: incomes by municipality, sex, birth and
 * year, and persons by county, sex, age and education. Places are real, every figure is made up.
 */
export function demoTables(): DemoTable[] {
  return [
    {
      name: 'Påhittad medianinkomst efter kommun, födelse, kön och år',
      slug: 'pahittad-medianinkomst',
      description: 'Alla tal är påhittade för att visa hur en tabell ser ut. Tusentals kronor.',
      area: 'economy',
      fileName: 'pahittad-medianinkomst.csv',
      csv: incomes(),
    },
    {
      name: 'Påhittad befolkning efter län, ålder, utbildning och kön',
      slug: 'pahittad-utbildning',
      description: 'Alla tal är påhittade för att visa hur en tabell ser ut. Antal personer.',
      area: 'education',
      fileName: 'pahittad-utbildning.csv',
      csv: educated(),
    },
  ]
}

function incomes(): string {
  const random = seededRandom(2018)
  const rows = MUNICIPALITIES.flatMap(({ code, name }) => {
    const level = 265 + 70 * random.next()
    const local = 0.08 * (random.next() - 0.5)
    return BORN.flatMap(([born, share, ratio]) =>
      YEARS.flatMap((year, at) => {
        const men = level * share * 1.022 ** at
        const women = men * (ratio + local + 0.004 * at)
        return [
          [code, name, born, 'kvinnor', year, tenth(women)],
          [code, name, born, 'män', year, tenth(men)],
        ]
      }),
    )
  })
  return writeCsv([['kommunkod', 'kommun', 'födelse', 'kön', 'år', 'value'], ...rows])
}

const AGES = ['25-34 år', '35-44 år', '45-54 år', '55-64 år'] as const
const LEVELS = ['förgymnasial', 'gymnasial', 'eftergymnasial'] as const

function educated(): string {
  const random = seededRandom(2019)
  const rows = COUNTIES.flatMap(({ code, name }) => {
    const people = 6000 + random.below(60_000)
    return AGES.flatMap((age, a) =>
      (['kvinnor', 'män'] as const).flatMap((sex) => {
        const long = (sex === 'kvinnor' ? 0.56 : 0.39) - 0.05 * a + 0.04 * random.next()
        const short = 0.1 + 0.02 * a
        const shares = [short, 1 - short - long, long]
        return LEVELS.map((level, at) => [
          code,
          name,
          age,
          level,
          sex,
          Math.round(people * (shares[at] ?? 0)),
        ])
      }),
    )
  })
  return writeCsv([['länskod', 'län', 'ålder', 'utbildning', 'kön', 'value'], ...rows])
}

const tenth = (value: number) => Math.round(10 * value) / 10
