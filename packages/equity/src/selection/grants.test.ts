import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from '../rates/benjamini-hochberg.ts'
import { proportionGap } from '../rates/gap.ts'
import { cochranMantelHaenszel } from './cochran-mantel-haenszel.ts'
import { conditionalOddsRatio } from './conditional-odds-ratio.ts'
import { fisherExact } from './fisher.ts'
import { cohensH } from './standardised-difference.ts'
import { twoProportionZ } from './two-proportion-z.ts'

// R 4.2.2 on an invented set of grants (reference/selection/grants_results.csv); the reference is men born in the
// country. `exact`: the conditional odds ratio and its interval solved from the exact probabilities in 60 digits
// (Python decimal), since R's search stops after about five digits (`rOdds`).
const REFERENCE = { successes: 262, n: 655 }
const GROUPS = [
  {
    group: { successes: 132, n: 412 },
    newcombe: [-0.13715874788195, -0.0202629041511295],
    ratio: [0.800970873786408, 0.676398489354717, 0.948485768006672],
    h: -0.166077588824695,
    z: -2.62344795176613,
    bh: 0.00917922986987726,
    rOdds: 0.707377193524741,
    exact: [0.70737089742370995, 0.54052349263207267, 0.92363820021951559],
  },
  {
    group: { successes: 18, n: 96 },
    newcombe: [-0.28820120824553, -0.115697683717032],
    ratio: [0.46875, 0.305889784330331, 0.718319387425887],
    h: -0.473773612146701,
    z: -4.02110765289142,
    bh: 0.000118678450572401,
    rOdds: 0.346593880021141,
    exact: [0.34658207779858252, 0.19067334023612406, 0.60072367281390238],
  },
  {
    group: { successes: 35, n: 131 },
    newcombe: [-0.211022108146066, -0.0432871173399371],
    ratio: [0.66793893129771, 0.495458881873956, 0.900463050043019],
    h: -0.283009743775707,
    z: -2.86228496457674,
    bh: 0.00624359659516125,
    rOdds: 0.547274227928575,
    exact: [0.54727235874556601, 0.34933581683659021, 0.8421503975201684],
  },
]

const agree = (value: number | null | undefined, expected: number | undefined, within = 1e-10) =>
  expect(Math.abs((value ?? Number.NaN) / (expected ?? Number.NaN) - 1)).toBeLessThan(within)

describe('grants, against R', () => {
  const adjusted = benjaminiHochberg(
    GROUPS.map(({ group }) => fisherExact(group.successes, group.n - group.successes, 262, 393)),
  )
  it.each(GROUPS.map((g, i) => ({ ...g, i })))('group $i: gap, z, h, conditional odds ratio', (g) => {
    const gap = proportionGap(g.group, REFERENCE)
    if (!gap.ok) throw new Error(gap.reason)
    agree(gap.difference.interval?.low, g.newcombe[0])
    agree(gap.difference.interval?.high, g.newcombe[1])
    agree(gap.ratio?.value, g.ratio[0])
    agree(gap.ratio?.interval?.low, g.ratio[1])
    agree(gap.ratio?.interval?.high, g.ratio[2])
    agree(gap.logRatio?.value, Math.log(g.ratio[0] ?? 0))
    agree(cohensH(g.group.successes / g.group.n, 0.4), g.h)
    const z = twoProportionZ(g.group, REFERENCE)
    agree(z.ok ? z.z : null, g.z)
    agree(adjusted[g.i], g.bh)
    const odds = conditionalOddsRatio(g.group, REFERENCE)
    if (!odds.ok) throw new Error(odds.reason)
    agree(odds.value, g.exact[0], 1e-12)
    agree(odds.low, g.exact[1], 1e-12)
    agree(odds.high, g.exact[2], 1e-12)
    agree(odds.value, g.rOdds, 5e-5)
  })
  it('a group against itself: the reference row', () => {
    const gap = proportionGap(REFERENCE, REFERENCE)
    if (!gap.ok) throw new Error(gap.reason)
    agree(gap.difference.interval?.low, -0.0529156009568039)
    agree(gap.difference.interval?.high, 0.0529156009568039)
    agree(gap.ratio?.interval?.low, 0.875776690540349, 1e-11)
    agree(gap.ratio?.interval?.high, 1.14184358958333, 1e-11)
  })
  it('Cochran–Mantel–Haenszel over background, without continuity correction', () => {
    const found = cochranMantelHaenszel([
      { group: { successes: 132, n: 412 }, reference: REFERENCE },
      { group: { successes: 18, n: 96 }, reference: { successes: 35, n: 131 } },
    ])
    if (!found.ok) throw new Error(found.reason)
    agree(found.chiSquare, 8.74432712653)
    agree(found.p, 0.00310566677278)
    agree(found.oddsRatio, 0.696099640032)
    agree(found.interval?.low, 0.547343659574)
    agree(found.interval?.high, 0.885284227518)
  })
})
