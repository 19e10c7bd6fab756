import { createHash } from 'node:crypto'
import { type Figures, hashOf, type Parcel } from '../../modules/agency/public.ts'
import { METHOD_CODES, NATIONAL_ENTRIES, type PeriodSpan } from '../../modules/plan/public.ts'
import { keptReport, reportSchema } from '../../modules/reporting/public.ts'
import { type Random, seededRandom } from '../random.ts'

const PLACES = ['Norra', 'Södra', 'Östra', 'Västra', 'Övre'] as const
const LANDS = ['Exempelmarken', 'Provlandet', 'Påhittsbygden', 'Mallviken'] as const
const ACTIVITIES = [
  'Genomlysning av företagsstöd',
  'Utbildning för handläggare',
  'Mentorer för utrikes födda kvinnor',
  'Jämställd projektfinansiering',
  'Nätverk för kvinnors företagande',
  'Statistik uppdelad på kön',
] as const
const GROUPS = ['Handläggare', 'Utrikes födda kvinnor', 'Kvinnor som driver företag', 'Politiker'] as const
const THOUSAND_KR = 100_000n

/** An invented region’s money in a year. */
interface SyntheticGrant {
  readonly regionName: string
  readonly year: number
  readonly amountOre: bigint
}

/** What the agency does with an invented report. */
interface SyntheticReport {
  readonly parcel: Parcel
  readonly answer: 'accept' | 'return' | null
}

export interface SyntheticRegions {
  readonly reports: readonly SyntheticReport[]
  readonly grants: readonly SyntheticGrant[]
}

/**
 * Invented regions that report to the agency: each a plan over all the years, a report for each half-year, some of which
 * never come and some of which are sent back. The same every time.
 * @param count how many regions, at most 20 with names of their own; further ones are numbered
 */
export function syntheticRegions(count: number, years: readonly number[]): SyntheticRegions {
  const regions = Array.from({ length: count }, (_, at) => syntheticRegion(regionName(at), years, at + 1))
  return {
    reports: regions.flatMap(({ reports }) => reports),
    grants: regions.flatMap(({ grants }) => grants),
  }
}

function regionName(at: number): string {
  const name = `Region ${PLACES[at % PLACES.length]} ${LANDS[Math.floor(at / PLACES.length) % LANDS.length]}`
  const round = Math.floor(at / (PLACES.length * LANDS.length))
  return round === 0 ? name : `${name} ${round + 1}`
}

/** An id that is always the same for the same words. */
function idOf(...words: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

function syntheticRegion(name: string, years: readonly number[], seed: number): SyntheticRegions {
  const random = seededRandom(seed)
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  const planName = `Handlingsplan ${first}–${last} för ${name}`
  const grants = years.map((year) => ({
    regionName: name,
    year,
    amountOre: BigInt(1200 + 100 * random.below(12)) * THOUSAND_KR,
  }))
  const spans = years.flatMap(halfYearsOf)
  const periods = spans.map(({ startsOn, endsOn, dueOn }) => ({
    id: idOf(name, startsOn),
    startsOn,
    endsOn,
    dueOn,
  }))
  const pace = 0.6 + random.next() * 0.5
  const fixed = fixedFigures(random)
  const reports = spans.flatMap((span, at): SyntheticReport[] => {
    const isMissing = at > 1 && random.below(12) === 0
    const isBack = random.below(15) === 0
    const figures: Figures = { ...fixed(at / spans.length), ...moneyAt(grants, span, pace), periods }
    if (isMissing) return []
    const report = reportText(random, { name, planName, span, figures })
    const parcel: Parcel = {
      id: idOf(name, span.startsOn, 'report'),
      tenantId: null,
      regionName: name,
      planId: idOf(name, 'plan'),
      planName,
      periodId: idOf(name, span.startsOn),
      span,
      number: 1,
      report,
      figures,
      sha256: hashOf(report, figures),
      submittedAt: new Date(`${span.dueOn}T10:00:00Z`),
      submittedBy: 'Påhittad Strateg',
    }
    const isLatest = at === spans.length - 1
    return [{ parcel, answer: isLatest && random.below(3) === 0 ? null : isBack ? 'return' : 'accept' }]
  })
  return { reports, grants }
}

function halfYearsOf(year: number): PeriodSpan[] {
  return [
    { kind: 'half-year', startsOn: `${year}-01-01`, endsOn: `${year}-06-30`, dueOn: `${year}-07-31` },
    { kind: 'half-year', startsOn: `${year}-07-01`, endsOn: `${year}-12-31`, dueOn: `${year + 1}-01-31` },
  ]
}

/** What is used evenly over a year at a region’s own pace; nothing is known of years that have not begun. */
function moneyAt(
  grants: readonly SyntheticGrant[],
  span: PeriodSpan,
  pace: number,
): Pick<Figures, 'money' | 'usedUntil'> {
  const yearNow = Number(span.endsOn.slice(0, 4))
  const hundredths = BigInt(Math.round(Math.min(pace, 1) * 100))
  const money = grants.map(({ year, amountOre }) => {
    if (year > yearNow)
      return { year, plannedOre: String(amountOre), usedOre: '0', expectedOre: null, atRiskOre: null }
    const expected = (amountOre * hundredths) / 100n
    const isHalf = year === yearNow && span.endsOn.endsWith('06-30')
    return {
      year,
      plannedOre: String(amountOre),
      usedOre: String(isHalf ? expected / 2n : expected),
      expectedOre: String(expected),
      atRiskOre: String(amountOre - expected),
    }
  })
  return { money, usedUntil: span.endsOn }
}

/** Figures of a region by how much of the time has gone, 0–1. */
function fixedFigures(random: Random) {
  const ahead = random.next() * 0.6 + 0.6
  const national = random.shuffled(NATIONAL_ENTRIES.map(({ code }) => code)).slice(0, 3)
  const groups = random.shuffled(GROUPS).slice(0, 2)
  const methods = random.shuffled([...METHOD_CODES]).slice(0, 3)
  const flagships = random.below(2) === 0 ? [] : [ACTIVITIES[random.below(ACTIVITIES.length)] ?? '']
  const troubled = random.below(3)
  return (gone: number): Omit<Figures, 'money' | 'usedUntil' | 'periods'> => {
    const done = Math.floor(gone * 4)
    const late = troubled > 0 && gone > 0.2 ? 1 : 0
    const stopped = troubled > 1 && gone > 0.5 ? 1 : 0
    const notBegun = gone < 0.4 ? 2 : 0
    const share = Math.round(20 + 20 * gone * ahead)
    return {
      version: 1,
      synthetic: true,
      activities: {
        'on-track': 8 - done - late - stopped - notBegun,
        done,
        'not-begun': notBegun,
        late,
        stopped,
        untold: 0,
      },
      goals: [
        {
          goal: 'Fler kvinnor får stöd',
          measure: 'Andel av stödet till företag som drivs av kvinnor',
          unit: 'procent',
          sex: 'all',
          baseline: { year: 2015, value: 20 },
          target: { year: 2018, value: 40 },
          actual: { year: 2016 + Math.floor(gone * 3), value: share },
          course: share >= 40 ? 'reached' : (share - 20) / 20 >= gone ? 'on-way' : 'behind',
        },
        {
          goal: 'Handläggare har gått utbildningen',
          measure: 'Handläggare',
          unit: 'antal',
          sex: 'all',
          baseline: null,
          target: { year: 2018, value: 40 },
          actual: null,
          course: 'unknown',
        },
      ],
      national,
      groups,
      methods,
      flagships,
    }
  }
}

function reportText(
  random: Random,
  of: {
    readonly name: string
    readonly planName: string
    readonly span: PeriodSpan
    readonly figures: Figures
  },
): string {
  const half = of.span.endsOn.endsWith('06-30') ? 'Första' : 'Andra'
  const statuses = ['on-track', 'done', 'late'] as const
  return keptReport(
    reportSchema.parse({
      facts: {
        title: 'Lägesrapport',
        subtitle: `${of.planName}, ${half.toLowerCase()} halvåret ${of.span.endsOn.slice(0, 4)}`,
        region: of.name,
        language: 'sv',
        date: of.span.dueOn,
        synthetic: true,
      },
      blocks: [
        { kind: 'heading', level: 1, text: 'Regionens kommentarer' },
        {
          kind: 'comment',
          about: 'Samlad kommentar till perioden',
          required: true,
          answer: 'Påhittad rapport. Arbetet har gått ungefär som planerat.',
        },
        { kind: 'heading', level: 1, text: 'Aktiviteter' },
        {
          kind: 'activities',
          caption: 'Aktiviteter',
          activities: random
            .shuffled(ACTIVITIES)
            .slice(0, 4)
            .map((activity, at) => ({
              name: activity,
              status: statuses[at % statuses.length],
              startsOn: `${of.span.startsOn.slice(0, 4)}-01-15`,
              endsOn: `${of.span.endsOn.slice(0, 4)}-12-15`,
              budgetOre: null,
              outcomeOre: null,
              told: 'Påhittad text om vad som har gjorts.',
              deviation:
                statuses[at % statuses.length] === 'late'
                  ? { cause: 'Påhittad: rekryteringen tog längre tid.', measure: 'Ny start efter sommaren.' }
                  : null,
            })),
        },
      ],
    }),
  )
}
