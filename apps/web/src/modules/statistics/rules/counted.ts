import type { Category, TableParts } from '@jamvikt/tables'
import type { Concepts } from './concepts.ts'

/**
 * What the figures of a table are, as far as its texts tell: `counts` of persons or things, `other` such as means,
 * amounts and shares, `unknown` where the texts tell neither, `unnamed` where there are no texts at all.
 */
export type Counted = 'counts' | 'other' | 'unknown' | 'unnamed'

/** Words that turn whatever they stand with into something else than a count. */
const NEVER =
  /(?<!\p{L})(medel(?!stor|klass)|genomsnitt|median|mean|average|andel|share|procent|per ?cent|promille|kvot|ratio|rate|index)|index(?!\p{L})|%|‰|(?<!\p{L})per\s+(\d|hundra|tusen|invånare|person|capita|anställd|elev|hushåll|barn|kvinna|thousand|inhabitant|employee|pupil|household|woman)|\p{L}\/(inv|pers|elev|km)|(?<!\p{L})(antal|number of)\s+(kronor|timmar|dagar|månader|år|poäng|hours|days|months|years|points)(?!\p{L})/iu
/** Words of amounts, times and scores; Swedish words are put together, so that the last part tells. */
const AMOUNT =
  /(?:lön|löner|inkomst|inkomster|ålder|grad|frekvens|poäng|kostnad|kostnader|belopp|intäkter|skulder|skatt|värde|livslängd|(?:sjuk|ohälso|födelse|döds|nyckel)tal)(?!\p{L})|(?<!\p{L})(?:wages?|salary|salaries|incomes?|earnings|costs?|age|scores?|points|kronor|kr|tkr|mnkr|sek|euro|eur|usd|timmar|dagar|månader|hours|days|months|hektar|hectares|ha|kvm|km|ton)(?!\p{L})|(?<!\p{L}|\d\s*)(?:år|years)(?!\p{L})/iu
const COUNT =
  /antal|folkmängd|befolkning|(?<!\p{L})(?:numbers?|counts?|personer|persons|people|population|individer|individuals|invånare|inhabitants|residents|anställda|employees|sysselsatta|employed|arbetslösa|unemployed|arbetssökande|förvärvsarbetande|elever|pupils|studerande|studenter|students|examinerade|graduates|sökande|applicants|antagna|nybörjare|deltagare|participants|chefer|managers|företagare|entrepreneurs|ledamöter|mottagare|recipients|patienter|patients|avlidna|döda|deaths|födda|births|flyttade|inflyttade|utflyttade|invandrare|utvandrare|inmigrated|outmigrated|migration|hushåll|households|familjer|families|ärenden|beslut|ansökningar|applications|brott|firms|companies|enterprises)(?!\p{L})|(?:företag|bolag)(?!\p{L})/iu
/** Begins what a table is divided by, in its title. */
const DIVIDED_BY = /\s(?:efter|fördela[td]e?|by)\s.*$/isu
const NUMBER_OF = /^(antal|number of)(?!\p{L})/iu
const WORD = /\p{L}/u

/** What one text tells of the figures: the first word that tells anything. */
function said(text: string): Counted {
  const told = text.normalize('NFC').replace(DIVIDED_BY, '')
  if (!WORD.test(told) && !NEVER.test(told)) return 'unnamed'
  if (NEVER.test(told)) return 'other'
  const [amount, count] = [told.search(AMOUNT), told.search(COUNT)]
  if (amount < 0 && count < 0) return 'unknown'
  return count >= 0 && (amount < 0 || count <= amount) ? 'counts' : 'other'
}

/** Of several measures the figures are what the least countable of them is. */
const LEAST_COUNTABLE = ['other', 'unknown', 'unnamed', 'counts'] as const

/**
 * What the figures of a view are: told by unit and contents first, and by the title where they tell nothing. Where no
 * one measure is looked at, all are.
 * @param chosen the code that is looked at of each dimension, where one is
 */
export function countedOf(
  parts: TableParts,
  chosen: ReadonlyMap<string, string>,
  concepts: Pick<Concepts, 'measure'>,
): Counted {
  const measures = measuresShown(parts, chosen, concepts)
  if (measures.length === 0) return toldOf(parts, chosen, concepts, undefined)
  const told = measures.map((category) => toldOf(parts, chosen, concepts, category))
  return LEAST_COUNTABLE.find((each) => told.includes(each)) ?? 'unnamed'
}

/** The measures that a view shows: the one that is looked at, or all where none is; none of a table without measures. */
export function measuresShown(
  { dimensions }: Pick<TableParts, 'dimensions'>,
  chosen: ReadonlyMap<string, string>,
  concepts: Pick<Concepts, 'measure'>,
): readonly Category[] {
  const metric = dimensions.find(({ id }) => id === concepts.measure)
  const one = metric?.categories.filter(({ code }) => code === chosen.get(metric.id)) ?? []
  return one.length > 0 ? one : (metric?.categories ?? [])
}

function toldOf(
  parts: TableParts,
  chosen: ReadonlyMap<string, string>,
  concepts: Pick<Concepts, 'measure'>,
  category: Category | undefined,
): Counted {
  const measure = category?.measure ?? parts.measure
  const kinds = parts.dimensions.flatMap(({ id, categories }) =>
    id === concepts.measure
      ? []
      : categories.filter(({ code }) => code === chosen.get(id)).map(({ label }) => label),
  )
  if ((measure?.decimals ?? 0) > 0 || kinds.flatMap(textsOf).some((text) => NEVER.test(text))) return 'other'
  const own = category?.label ?? parts.contents
  const counted = kinds.filter((texts) => textsOf(texts).some((text) => NUMBER_OF.test(text)))
  const found = [measure?.unit, own, ...counted].map(saidOf)
  for (const told of ['other', 'counts'] as const) if (found.includes(told)) return told
  const title = saidOf(parts.title)
  if (title !== 'unnamed') return title
  return found.includes('unknown') ? 'unknown' : 'unnamed'
}

function saidOf(texts: TableParts['title'] | undefined): Counted {
  const found = textsOf(texts).map(said)
  return (['other', 'counts', 'unknown'] as const).find((each) => found.includes(each)) ?? 'unnamed'
}

function textsOf(texts: TableParts['title'] | undefined): readonly string[] {
  return Object.values(texts ?? {})
}
