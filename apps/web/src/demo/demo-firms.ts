import type { CaseShell } from './case-quotas.ts'
import { type Random, seededRandom } from './random.ts'
import { AGE_GROUPS, PLACES } from './region-profile.ts'

/** An invented firm. */
export interface DemoFirm {
  readonly name: string
  readonly number: string
  readonly municipality: string
  readonly sni: string
  readonly boardSex: 'K' | 'M' | ''
  readonly ageGroup: string
}

const FIRMS_PER_CASE = 0.6
const SOLE_TRADER_SHARE = 0.15
const DAY_MS = 86_400_000

/** Gives each case a firm; firms of one industry, sex and background of the leader are shared among its cases. */
export function firmsOf(shells: readonly CaseShell[], seed: number): DemoFirm[] {
  const random = seededRandom(seed)
  const firms = new Map<number, DemoFirm>()
  const pools = Map.groupBy(
    shells.keys(),
    (index) => `${shells[index]?.industry.section}|${shells[index]?.sex}|${shells[index]?.born}`,
  )
  let serial = 0
  for (const pool of pools.values()) {
    const first = shells[pool[0] ?? 0]
    if (first === undefined) continue
    const own = Array.from({ length: Math.ceil(pool.length * FIRMS_PER_CASE) }, () =>
      inventFirm(++serial, first, random),
    )
    random.shuffled(pool).forEach((index, at) => {
      const firm = own[at < own.length ? at : random.below(own.length)]
      if (firm !== undefined) firms.set(index, firm)
    })
  }
  return shells.flatMap((_, index) => firms.get(index) ?? [])
}

function inventFirm(serial: number, { industry, sex }: CaseShell, random: Random): DemoFirm {
  const isSoleTrader = random.next() < SOLE_TRADER_SHARE
  const padded = String(serial).padStart(5, '0')
  return {
    name: isSoleTrader ? `Exempelfirma ${padded}` : `Exempelföretag ${padded} AB`,
    number: isSoleTrader ? testPersonalNumber(serial) : testOrganisationNumber(serial),
    municipality: random.pick(PLACES),
    sni: industry.codes[random.below(industry.codes.length)] ?? industry.section,
    boardSex: boardSex(sex, random),
    ageGroup: random.pick(AGE_GROUPS),
  }
}

function boardSex(leader: CaseShell['sex'], random: Random): DemoFirm['boardSex'] {
  const women = leader === 'K' ? 0.78 : leader === 'M' ? 0.09 : 0.3
  return random.pick([
    ['', 0.01],
    ['K', 0.99 * women],
    ['M', 0.99 * (1 - women)],
  ])
}

/** No legal form has organisation numbers that begin with 4, so this is nobody's; the check digit is right. */
function testOrganisationNumber(serial: number): string {
  const ten = withCheckDigit(`402${String(serial).padStart(6, '0')}`)
  return `${ten.slice(0, 6)}-${ten.slice(6)}`
}

/** Born in the 1890s with a birth number of the series kept for tests (98x): nobody alive has it. */
function testPersonalNumber(serial: number): string {
  const day = serial % 3652
  const birth = new Date(Date.UTC(1890, 0, 1) + day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')
  const ten = withCheckDigit(`${birth.slice(2)}${980 + Math.floor(serial / 3652)}`)
  return `${birth}-${ten.slice(6)}`
}

function withCheckDigit(nine: string): string {
  const sum = [...nine].reduce((total, digit, at) => {
    const weighed = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return `${nine}${(10 - (sum % 10)) % 10}`
}
