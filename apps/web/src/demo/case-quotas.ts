import { seededRandom, shareOut } from './random.ts'
import { CONCLUDED, INDUSTRIES, type IndustryProfile, PENDING, PLANTED, YEARS } from './region-profile.ts'

export type Decision = 'Beviljad' | 'Avslag' | 'Återkallad' | 'Pågående'
export type LeaderSex = 'K' | 'M' | 'Annat' | ''
type Born = 'Inrikes' | 'Utrikes' | 'Vill ej svara'

/** A case before it has a firm, a form and money. `year` is when it was concluded. */
export interface CaseShell {
  readonly year: number
  readonly industry: IndustryProfile
  readonly sex: LeaderSex
  readonly born: Born
  readonly decision: Decision
}

const OTHER_SEX_A_YEAR = 10
const NO_SEX_A_YEAR = 20
const DECLINED_A_YEAR = { K: 14, M: 36 } as const
const WITHDRAWN_SHARE = 0.1
/** Below this many nobody withdraws, so that small groups are not hidden for a handful of withdrawals. */
const LEAST_WITHDRAWN = 7
const YEAR_SHIFT = [0.02, 0.01, 0, -0.01, -0.02, 0]

/** All cases, drawn by quota: what is left to chance is who, not how many. */
export function drawShells(seed: number): CaseShell[] {
  const random = seededRandom(seed)
  const carry = new Map<string, number>()
  /** Rounds a number of grants so that the years together come out right. */
  const grants = (key: string, exact: number, most: number): number => {
    const wanted = exact + (carry.get(key) ?? 0)
    const given = Math.min(most, Math.max(0, Math.round(wanted)))
    carry.set(key, wanted - given)
    return given
  }

  const concluded = YEARS.flatMap((year, index) => {
    const total = (CONCLUDED[index] ?? 0) - OTHER_SEX_A_YEAR - NO_SEX_A_YEAR
    const shift = YEAR_SHIFT[index] ?? 0
    const counts = shareOut(
      total,
      INDUSTRIES.map(({ ofApplications }) => ofApplications),
    )
    const stated = INDUSTRIES.flatMap((industry, at) => {
      const women = Math.round((counts[at] ?? 0) * industry.womenOfApplications)
      return [
        ...concludedOf({ year, industry, sex: 'K', count: women, shift, grants }),
        ...concludedOf({ year, industry, sex: 'M', count: (counts[at] ?? 0) - women, shift, grants }),
      ]
    })
    return [
      ...declineSome(declineSome(stated, 'K'), 'M'),
      ...Array.from({ length: OTHER_SEX_A_YEAR }, () => unstated(year, 'Annat')),
      ...Array.from({ length: NO_SEX_A_YEAR }, () => unstated(year, '')),
    ]
  })
  return [...concluded, ...pendingCases()]

  function declineSome(shells: readonly CaseShell[], sex: 'K' | 'M'): CaseShell[] {
    const half = DECLINED_A_YEAR[sex] / 2
    const chosen = (['Beviljad', 'Avslag'] as const).flatMap((decision) =>
      random
        .shuffled(shells.filter((s) => s.sex === sex && s.born === 'Inrikes' && s.decision === decision))
        .slice(0, half),
    )
    const declined = new Set(chosen)
    return shells.map((shell) => (declined.has(shell) ? { ...shell, born: 'Vill ej svara' } : shell))
  }

  function unstated(year: number, sex: LeaderSex): CaseShell {
    const industry = random.pick(INDUSTRIES.map((one) => [one, one.ofApplications] as const))
    const granted = grants(`${industry.section}${sex}`, 0.5, 1) === 1
    return { year, industry, sex, born: 'Inrikes', decision: granted ? 'Beviljad' : 'Avslag' }
  }
}

interface Stratum {
  readonly year: number
  readonly industry: IndustryProfile
  readonly sex: 'K' | 'M'
  readonly count: number
  readonly shift: number
  readonly grants: (key: string, exact: number, most: number) => number
}

function concludedOf({ year, industry, sex, count, shift, grants }: Stratum): CaseShell[] {
  const wanted = Math.round(count * WITHDRAWN_SHARE)
  const withdrawn = wanted < LEAST_WITHDRAWN ? 0 : wanted
  const abroad = Math.round(count * industry.foreignBorn[sex === 'K' ? 0 : 1])
  const [withdrawnAbroad = 0, withdrawnHere = 0] = shareOut(withdrawn, [abroad, count - abroad])
  return [...decide('Utrikes', abroad, withdrawnAbroad), ...decide('Inrikes', count - abroad, withdrawnHere)]

  function decide(born: Born, cases: number, gone: number): CaseShell[] {
    const planted = sex === 'K' && born === 'Utrikes' && industry.section === PLANTED.section
    const rate = (planted ? PLANTED.grantRate : industry.grantRate) + shift
    const decided = cases - gone
    const granted = grants(`${industry.section}${sex}${born}`, rate * decided, decided)
    const shell = (decision: Decision, n: number) =>
      Array.from({ length: n }, (): CaseShell => ({ year, industry, sex, born, decision }))
    return [
      ...shell('Beviljad', granted),
      ...shell('Avslag', decided - granted),
      ...shell('Återkallad', gone),
    ]
  }
}

/** The latest cases; none where a group would have but a few. */
function pendingCases(): CaseShell[] {
  const groups = INDUSTRIES.flatMap((industry) => {
    const women = industry.ofApplications * industry.womenOfApplications
    const men = industry.ofApplications - women
    return [
      ...(women * PENDING < 7 ? [] : [{ industry, sex: 'K' as const, weight: women }]),
      { industry, sex: 'M' as const, weight: men },
    ]
  })
  const counts = shareOut(
    PENDING,
    groups.map(({ weight }) => weight),
  )
  return groups.flatMap(({ industry, sex }, at) =>
    Array.from(
      { length: counts[at] ?? 0 },
      (): CaseShell => ({ year: 2025, industry, sex, born: 'Inrikes', decision: 'Pågående' }),
    ),
  )
}
