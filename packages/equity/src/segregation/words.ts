import { speaker } from '../words/speaker.ts'
import type { BootstrapFigure } from './bootstrap.ts'
import type { GroupPair } from './dissimilarity.ts'
import type { Measure } from './draws.ts'
import type { Isolation } from './isolation.ts'
import type { MutualDifference } from './mutual-difference.ts'
import type { LocalSegregation, MutualInformation } from './mutual-information.ts'
import type { BeyondChance } from './random-allocation.ts'

/** What can be said of segregation. */
export type SegregationSentence =
  | { readonly key: 'segregation.dissimilarity'; readonly params: GroupPair & { readonly d: number } }
  | { readonly key: 'segregation.h'; readonly params: { readonly h: number } }
  | { readonly key: 'segregation.ip'; readonly params: { readonly ip: number } }
  | { readonly key: 'segregation.clusters'; readonly params: { readonly between: number } }
  | {
      readonly key: 'segregation.most-apart'
      readonly params: { readonly name: string; readonly partOfM: number }
    }
  | {
      readonly key: 'segregation.isolation'
      readonly params: { readonly group: string; readonly isolation: number; readonly share: number }
    }
  | { readonly key: 'segregation.interval'; readonly params: BootstrapFigure & { readonly measure: Measure } }
  | { readonly key: 'segregation.beyond-chance'; readonly params: BeyondChance }
  | { readonly key: 'segregation.insufficient-evidence'; readonly params: BeyondChance }
  | { readonly key: 'segregation.change'; readonly params: MutualDifference }

/**
 * D in words.
 *
 * @example saySegregation(dissimilaritySentence({ group: 'women', against: 'men' }, 0.57), 'en')
 */
export function dissimilaritySentence(pair: GroupPair, d: number): SegregationSentence {
  return { key: 'segregation.dissimilarity', params: { ...pair, d } }
}

/**
 * `null` when only one group has members.
 *
 * @example theilSentence(mutualInformation(table))
 */
export function theilSentence({ h }: MutualInformation): SegregationSentence | null {
  return h === null ? null : { key: 'segregation.h', params: { h } }
}

/**
 * Karmel and MacLachlan's IP in words.
 *
 * @example karmelMaclachlanSentence(karmelMaclachlan(table))
 */
export function karmelMaclachlanSentence(ip: number): SegregationSentence {
  return { key: 'segregation.ip', params: { ip } }
}

/**
 * `null` when there is no segregation to divide.
 *
 * @example clustersSentence(mutualInformationByCluster(table).total, mutualInformationByCluster(table).between)
 */
export function clustersSentence(
  total: MutualInformation,
  between: MutualInformation,
): SegregationSentence | null {
  return total.m > 0
    ? { key: 'segregation.clusters', params: { between: Math.min(1, between.m / total.m) } }
    : null
}

/**
 * Of the group or unit that adds most to M; `null` without segregation.
 *
 * @example mostApartSentence(localSegregation(table, 'unit'))
 */
export function mostApartSentence(terms: readonly LocalSegregation[]): SegregationSentence | null {
  const m = terms.reduce((sum, { local, share }) => sum + local * share, 0)
  const most = terms.toSorted((a, b) => b.local * b.share - a.local * a.share)[0]
  if (!most || m === 0) return null
  return {
    key: 'segregation.most-apart',
    params: { name: most.name, partOfM: (most.local * most.share) / m },
  }
}

/**
 * A group’s isolation beside its share of all.
 *
 * @example isolationSentence(isolations(table)[0], 0.5)
 */
export function isolationSentence({ group, isolation }: Isolation, share: number): SegregationSentence {
  return { key: 'segregation.isolation', params: { group, isolation, share } }
}

/**
 * A bootstrapped measure in words.
 *
 * @example intervalSentence('h', bootstrapSegregation(table, { draws: 50, seed: 1 }).h)
 */
export function intervalSentence(measure: Measure, figure: BootstrapFigure): SegregationSentence {
  return { key: 'segregation.interval', params: { measure, ...figure } }
}

/**
 * @param level the p above which the evidence is called insufficient; 0.05 unless told
 *
 * @example chanceSentence(randomAllocation(table, { draws: 50, seed: 1 }).h)
 */
export function chanceSentence(figure: BeyondChance, level = 0.05): SegregationSentence {
  const key = figure.p <= level ? 'segregation.beyond-chance' : 'segregation.insufficient-evidence'
  return { key, params: figure }
}

/**
 * Where a change of segregation lies.
 *
 * @example changeSentence(mutualDifference(table, table).change)
 */
export function changeSentence(change: MutualDifference): SegregationSentence {
  return { key: 'segregation.change', params: change }
}

const NAMES: Readonly<Record<Measure, string>> = { m: 'M', h: 'H', ip: 'IP', d: 'D' }

/** Writes what is said of segregation in Swedish or English. */
export const saySegregation = speaker<SegregationSentence>({
  sv: {
    'segregation.dissimilarity': ({ group, against, d }, f) =>
      `${f.percent(d)} av gruppen ${group} skulle behöva byta enhet för att vara fördelad som ${
        against === undefined ? 'övriga' : `gruppen ${against}`
      }.`,
    'segregation.h': ({ h }, f) =>
      `Segregationen är ${f.number(h, 3)} på en skala från 0 (alla enheter har samma sammansättning) till 1 (varje enhet har en enda grupp).`,
    'segregation.ip': ({ ip }, f) =>
      `${f.percent(ip)} av alla skulle behöva byta enhet för att varje enhet skulle ha samma sammansättning som helheten.`,
    'segregation.clusters': ({ between }, f) =>
      `${f.percent(between)} av segregationen ligger mellan områdena och ${f.percent(1 - between)} inom dem.`,
    'segregation.most-apart': ({ name, partOfM }, f) =>
      `Störst del av segregationen, ${f.percent(partOfM)}, hör till ${name}.`,
    'segregation.isolation': ({ group, isolation, share }, f) =>
      `I gruppen ${group} har den genomsnittliga medlemmen en enhet där ${f.percent(isolation)} är av samma grupp; av alla är ${f.percent(share)} det.`,
    'segregation.interval': ({ measure, corrected, low, high }, f) =>
      `${NAMES[measure]} är ${f.number(corrected, 3)} efter korrigering för små tal (konfidensintervall ${f.interval({ low, high }, (x) => f.number(x, 3))}).`,
    'segregation.beyond-chance': ({ observed, expected, p }, f) =>
      `Ojämnheten är ${f.number(observed, 3)}; slumpen ensam ger i genomsnitt ${f.number(expected, 3)} i så stora enheter (p ${f.p(p)}).`,
    'segregation.insufficient-evidence': ({ observed, expected, p }, f) =>
      `Otillräckligt underlag för att skilja ojämnheten, ${f.number(observed, 3)}, från slumpen, som i genomsnitt ger ${f.number(expected, 3)} i så stora enheter (p ${f.p(p)}).`,
    'segregation.change': (c, f) =>
      `Segregationen (M) gick från ${f.number(c.before, 3)} till ${f.number(c.after, 3)}. Av förändringen hör ${f.number(c.structural, 3)} till hur grupperna fördelar sig över enheterna, ${f.number(c.groupMarginal, 3)} till gruppernas storlek, ${f.number(c.unitMarginal, 3)} till enheternas storlek och ${f.number(c.additions + c.removals, 3)} till det som tillkommit eller försvunnit; uppdelningen visar var förändringen ligger, inte varför.`,
  },
  en: {
    'segregation.dissimilarity': ({ group, against, d }, f) =>
      `${f.percent(d)} of the group ${group} would have to change unit to be spread like ${
        against === undefined ? 'everyone else' : `the group ${against}`
      }.`,
    'segregation.h': ({ h }, f) =>
      `Segregation is ${f.number(h, 3)} on a scale from 0 (all units have the same mix) to 1 (every unit has a single group).`,
    'segregation.ip': ({ ip }, f) =>
      `${f.percent(ip)} of all would have to change unit for every unit to have the mix of the whole.`,
    'segregation.clusters': ({ between }, f) =>
      `${f.percent(between)} of the segregation lies between areas and ${f.percent(1 - between)} within them.`,
    'segregation.most-apart': ({ name, partOfM }, f) =>
      `The largest part of the segregation, ${f.percent(partOfM)}, belongs to ${name}.`,
    'segregation.isolation': ({ group, isolation, share }, f) =>
      `In the group ${group}, the average member has a unit where ${f.percent(isolation)} are of the same group; of all, ${f.percent(share)} are.`,
    'segregation.interval': ({ measure, corrected, low, high }, f) =>
      `${NAMES[measure]} is ${f.number(corrected, 3)} after correction for small numbers (confidence interval ${f.interval({ low, high }, (x) => f.number(x, 3))}).`,
    'segregation.beyond-chance': ({ observed, expected, p }, f) =>
      `Unevenness is ${f.number(observed, 3)}; chance alone gives ${f.number(expected, 3)} on average in units of this size (p ${f.p(p)}).`,
    'segregation.insufficient-evidence': ({ observed, expected, p }, f) =>
      `Insufficient evidence to tell the unevenness, ${f.number(observed, 3)}, from chance, which gives ${f.number(expected, 3)} on average in units of this size (p ${f.p(p)}).`,
    'segregation.change': (c, f) =>
      `Segregation (M) went from ${f.number(c.before, 3)} to ${f.number(c.after, 3)}. Of the change, ${f.number(c.structural, 3)} belongs to how the groups are spread over units, ${f.number(c.groupMarginal, 3)} to the size of the groups, ${f.number(c.unitMarginal, 3)} to the size of the units and ${f.number(c.additions + c.removals, 3)} to what is new or gone; the division shows where the change lies, not why.`,
  },
})
