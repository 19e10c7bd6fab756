import { speaker } from '../words/speaker.ts'
import type { LinearMaihda, LogisticMaihda } from './maihda-types.ts'

export type MaihdaSentence =
  | {
      readonly key: 'maihda.between'
      readonly params: { readonly vpc: number; readonly strata: number; readonly persons: number }
    }
  | { readonly key: 'maihda.noneBetween'; readonly params: { readonly strata: number } }
  | {
      readonly key: 'maihda.additive'
      readonly params: { readonly ml: number; readonly reml: number | null }
    }
  | { readonly key: 'maihda.latent'; readonly params: { readonly vpc: number; readonly strata: number } }
  | { readonly key: 'maihda.grew'; readonly params: { readonly strata: number } }
  | { readonly key: 'maihda.nothingLeft'; readonly params: { readonly strata: number } }
  | {
      readonly key: 'maihda.shown'
      readonly params: { readonly higher: number; readonly lower: number; readonly strata: number }
    }
  | { readonly key: 'maihda.notShown'; readonly params: { readonly strata: number; readonly small: number } }

function changeSentence(ml: number, reml: number | null, strata: number): MaihdaSentence {
  return Math.min(ml, reml ?? ml) < 0
    ? { key: 'maihda.grew', params: { strata } }
    : { key: 'maihda.additive', params: { ml, reml } }
}

/**
 * What an intersectional analysis says: how much of the variation lies between the groups, how much of that remains
 * beyond the sum of the factors, and whether any group stands out with enough evidence.
 *
 * @example maihdaSentences(maihdaLinear(strata))[0]?.key // 'maihda.between'
 */
export function maihdaSentences(result: LinearMaihda | LogisticMaihda): MaihdaSentence[] {
  const { strataUsed: strata, persons, strataSmall: small } = result
  const higher = result.strata.filter(({ flag }) => flag === 'higher').length
  const lower = result.strata.filter(({ flag }) => flag === 'lower').length
  const { ml, reml } = result.pcv
  if (result.null.atBoundary) return [{ key: 'maihda.noneBetween', params: { strata } }]
  const { vpc } = result.null
  const between: MaihdaSentence =
    result.outcome === 'linear'
      ? { key: 'maihda.between', params: { vpc, strata, persons } }
      : { key: 'maihda.latent', params: { vpc, strata } }
  if (result.main.atBoundary) return [between, { key: 'maihda.nothingLeft', params: { strata } }]
  return [
    between,
    ...(ml === null ? [] : [changeSentence(ml, reml, strata)]),
    higher + lower > 0
      ? { key: 'maihda.shown', params: { higher, lower, strata } }
      : { key: 'maihda.notShown', params: { strata, small } },
  ]
}

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many)

/**
 * Writes a sentence of the analysis in Swedish or English.
 *
 * @example sayMaihda(maihdaSentences(maihdaLinear(strata))[0], 'sv')
 */
export const sayMaihda = speaker<MaihdaSentence>({
  sv: {
    'maihda.between': ({ vpc, strata, persons }, f) =>
      `Av variationen bland ${f.number(persons, 0)} personer ligger ${f.percent(vpc)} mellan de ${f.number(strata, 0)} grupperna och resten inom dem.`,
    'maihda.noneBetween': ({ strata }, f) =>
      `Otillräckligt underlag för att säga att de ${f.number(strata, 0)} grupperna skiljer sig åt: det som skiljer dem ryms inom slumpen.`,
    'maihda.latent': ({ vpc, strata }, f) =>
      `På logoddsskalan ligger ${f.percent(vpc)} av variationen mellan de ${f.number(strata, 0)} grupperna och resten inom dem.`,
    'maihda.grew': () =>
      `Sedan egenskaperna räknats var för sig är variationen mellan grupperna inte mindre: den följer inte med egenskaperna en och en, eller underlaget är för litet för att säga det.`,
    'maihda.additive': ({ ml, reml }, f) =>
      reml === null
        ? `${f.percent(ml)} av variationen mellan grupperna följer med egenskaperna var för sig; det som återstår hör till kombinationerna eller till slumpen.`
        : `${f.percent(reml)} (REML; ${f.percent(ml)} med ML) av variationen mellan grupperna följer med egenskaperna var för sig; det som återstår hör till kombinationerna eller till slumpen.`,
    'maihda.nothingLeft': ({ strata }, f) =>
      `Sedan egenskaperna räknats var för sig ryms det som skiljer de ${f.number(strata, 0)} grupperna inom slumpen: otillräckligt underlag för att säga något om kombinationerna.`,
    'maihda.shown': ({ higher, lower, strata }, f) =>
      `Av ${f.number(strata, 0)} grupper ligger ${f.number(higher, 0)} högre och ${f.number(lower, 0)} lägre än summan av sina egenskaper, också sedan hänsyn tagits till antalet jämförelser.`,
    'maihda.notShown': ({ strata, small }, f) =>
      `Otillräckligt underlag för att peka ut någon av de ${f.number(strata, 0)} grupperna som högre eller lägre än summan av sina egenskaper${
        small === 0 ? '' : `; ${f.number(small, 0)} har färre än tio personer`
      }.`,
  },
  en: {
    'maihda.between': ({ vpc, strata, persons }, f) =>
      `Of the variation among ${f.number(persons, 0)} persons, ${f.percent(vpc)} lies between the ${f.number(strata, 0)} groups and the rest within them.`,
    'maihda.noneBetween': ({ strata }, f) =>
      `Insufficient evidence to say that the ${f.number(strata, 0)} groups differ: what sets them apart lies within chance.`,
    'maihda.latent': ({ vpc, strata }, f) =>
      `On the log-odds scale, ${f.percent(vpc)} of the variation lies between the ${f.number(strata, 0)} groups and the rest within them.`,
    'maihda.grew': () =>
      `Once the factors are counted one by one, the variation between groups is no smaller: it does not go with the factors singly, or there is too little to tell.`,
    'maihda.additive': ({ ml, reml }, f) =>
      reml === null
        ? `${f.percent(ml)} of the variation between groups goes with the factors one by one; what remains belongs to combinations or to chance.`
        : `${f.percent(reml)} (REML; ${f.percent(ml)} by ML) of the variation between groups goes with the factors one by one; what remains belongs to combinations or to chance.`,
    'maihda.nothingLeft': ({ strata }, f) =>
      `Once the factors are counted one by one, what sets the ${f.number(strata, 0)} groups apart lies within chance: insufficient evidence to say anything of combinations.`,
    'maihda.shown': ({ higher, lower, strata }, f) =>
      `Of ${f.number(strata, 0)} ${plural(strata, 'group', 'groups')}, ${f.number(higher, 0)} ${plural(higher, 'lies', 'lie')} above and ${f.number(lower, 0)} below the sum of their factors, with the number of comparisons taken into account.`,
    'maihda.notShown': ({ strata, small }, f) =>
      `Insufficient evidence to single out any of the ${f.number(strata, 0)} groups as above or below the sum of its factors${
        small === 0 ? '' : `; ${f.number(small, 0)} ${plural(small, 'has', 'have')} fewer than ten persons`
      }.`,
  },
})
