/** One entry of a list that the state has set, with the years in which it applies. */
export interface NationalEntry {
  /** Unique over all lists, and kept for ever: plans refer to it. */
  readonly code: string
  readonly list: 'assignment' | 'sub-goals'
  readonly sv: string
  readonly en: string
  /** First and last day, `YYYY-MM-DD`; `null` where it still applies. */
  readonly from: string
  readonly to: string | null
}

const assignment = { list: 'assignment', from: '2016-01-01', to: '2018-12-31' } as const
const subGoal = { list: 'sub-goals', from: '2017-01-01', to: null } as const

/**
 * What priorities serve: the areas of the national assignment on gender-equal regional growth 2016–2018, and the six
 * sub-goals of gender equality policy as they stand since 2017.
 */
export const NATIONAL_ENTRIES: readonly NationalEntry[] = [
  {
    code: 'assignment-2016-1',
    sv: 'Ledning och jämställdhetsintegrering av budget, strategier och program',
    en: 'Leadership, and gender mainstreaming of budget, strategies and programmes',
    ...assignment,
  },
  {
    code: 'assignment-2016-2',
    sv: 'Kartläggning av skillnader mellan kvinnor och män i inkomst, arbete, företagande och stöd',
    en: 'Mapping of differences between women and men in income, work, business and support',
    ...assignment,
  },
  {
    code: 'assignment-2016-3',
    sv: 'Kvinnors företagande och utrikes födda kvinnors arbete och företagande',
    en: 'Women’s enterprise, and work and enterprise of women born abroad',
    ...assignment,
  },
  {
    code: 'assignment-2016-4',
    sv: 'Jämställdhet i regionalfondens projekt 2014–2020',
    en: 'Gender equality in the projects of the regional fund 2014–2020',
    ...assignment,
  },
  { code: 'goal-power', sv: 'Makt och inflytande', en: 'Power and influence', ...subGoal },
  { code: 'goal-economy', sv: 'Ekonomisk jämställdhet', en: 'Economic equality', ...subGoal },
  { code: 'goal-education', sv: 'Jämställd utbildning', en: 'Education', ...subGoal },
  {
    code: 'goal-care',
    sv: 'Obetalt hem- och omsorgsarbete',
    en: 'Unpaid home and care work',
    ...subGoal,
  },
  { code: 'goal-health', sv: 'Jämställd hälsa', en: 'Health', ...subGoal },
  {
    code: 'goal-violence',
    sv: 'Mäns våld mot kvinnor ska upphöra',
    en: 'Men’s violence against women is to end',
    ...subGoal,
  },
]

/** The entries that apply on some day between two. */
export function nationalEntriesDuring(from: string, to: string): readonly NationalEntry[] {
  return NATIONAL_ENTRIES.filter((entry) => entry.from <= to && (entry.to === null || entry.to >= from))
}
