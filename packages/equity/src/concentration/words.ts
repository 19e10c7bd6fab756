import { speaker } from '../words/speaker.ts'
import type { ConcentrationBootstrap } from './bootstrap.ts'
import type { EntropyByGroup } from './generalised-entropy.ts'
import type { LorenzPoint } from './lorenz.ts'

/** What can be said of how something is shared. */
export type ConcentrationSentence =
  | { readonly key: 'concentration.gini'; readonly params: { readonly gini: number } }
  | { readonly key: 'concentration.gini-interval'; readonly params: ConcentrationBootstrap }
  | { readonly key: 'concentration.lowest'; readonly params: LorenzPoint }
  | { readonly key: 'concentration.groups'; readonly params: { readonly between: number } }
  | { readonly key: 'concentration.equal'; readonly params: Readonly<Record<string, never>> }

/**
 * A Gini coefficient in words.
 *
 * @example sayConcentration(giniSentence(0.25), 'en')
 */
export function giniSentence(gini: number): ConcentrationSentence {
  return { key: 'concentration.gini', params: { gini } }
}

/**
 * @param figure of the measure `'gini'`
 *
 * @example giniIntervalSentence(bootstrapConcentration([1, 3, 2, 5], { measure: 'gini', draws: 200, seed: 1 }))
 */
export function giniIntervalSentence(figure: ConcentrationBootstrap): ConcentrationSentence {
  return { key: 'concentration.gini-interval', params: figure }
}

/**
 * What the poorest part of all has together.
 *
 * @example lowestSentence(lorenzCurve([1, 3]).points[1])
 */
export function lowestSentence(point: LorenzPoint): ConcentrationSentence {
  return { key: 'concentration.lowest', params: point }
}

/**
 * How much of the inequality lies between groups.
 *
 * @example groupsSentence(generalisedEntropyByGroup([1, 3, 2, 2], ['a', 'a', 'b', 'b'], { alpha: 2 }))
 */
export function groupsSentence({ total, between }: EntropyByGroup): ConcentrationSentence {
  if (total === 0) return { key: 'concentration.equal', params: {} }
  return { key: 'concentration.groups', params: { between: Math.min(1, between / total) } }
}

/** Writes what is said of concentration in Swedish or English. */
export const sayConcentration = speaker<ConcentrationSentence>({
  sv: {
    'concentration.gini': ({ gini }, f) =>
      `Ginikoefficienten är ${f.number(gini, 3)} på en skala från 0 (alla har lika mycket) till 1 (en har allt).`,
    'concentration.gini-interval': ({ estimate, low, high }, f) =>
      `Ginikoefficienten är ${f.number(estimate, 3)} (konfidensintervall ${f.interval({ low, high }, (x) => f.number(x, 3))}).`,
    'concentration.lowest': ({ population, value }, f) =>
      `De ${f.percent(population)} som har minst har ${f.percent(value)} av summan.`,
    'concentration.groups': ({ between }, f) =>
      `${f.percent(between)} av ojämlikheten ligger mellan grupperna och ${f.percent(1 - between)} inom dem.`,
    'concentration.equal': () => 'Alla har lika mycket; det finns ingen ojämlikhet att dela upp.',
  },
  en: {
    'concentration.gini': ({ gini }, f) =>
      `The Gini coefficient is ${f.number(gini, 3)} on a scale from 0 (all have the same) to 1 (one has everything).`,
    'concentration.gini-interval': ({ estimate, low, high }, f) =>
      `The Gini coefficient is ${f.number(estimate, 3)} (confidence interval ${f.interval({ low, high }, (x) => f.number(x, 3))}).`,
    'concentration.lowest': ({ population, value }, f) =>
      `The ${f.percent(population)} who have least have ${f.percent(value)} of the sum.`,
    'concentration.groups': ({ between }, f) =>
      `${f.percent(between)} of the inequality lies between the groups and ${f.percent(1 - between)} within them.`,
    'concentration.equal': () => 'All have the same; there is no inequality to divide.',
  },
})
