import type { Change, Figures, Merged, Proposal } from './types.ts'

export type PlanLanguage = 'sv' | 'en'

const MOST_NAMED = 6
/** What would round to none, or to all, is said as a bound. */
const LEAST_SHARE = 0.005
const TAGS = { sv: 'sv-SE', en: 'en-GB' } as const
const NUMBERS = {
  sv: ['en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const

type Write<C extends Change['kind']> = (change: Extract<Change, { readonly kind: C }>) => string

/** For each change: what to do, and which questions can no longer be asked. */
type ChangeWords = {
  readonly [Kind in Change['kind']]: { readonly do: Write<Kind>; readonly lose: Write<Kind> }
}

const CHANGES: Readonly<Record<PlanLanguage, ChangeWords>> = {
  sv: {
    'leave-out': {
      do: ({ column }) => `lämna ${column} utanför`,
      lose: ({ column }) => `om ${column}`,
    },
    group: {
      do: ({ column, by }) => `visa ${by} i stället för ${column}`,
      lose: ({ column, by }) => `om enskilda värden i ${column} (bara om ${by})`,
    },
    'merge-neighbours': {
      do: ({ column, size }) => `slå ihop ${column} ${numberOf(size, 'sv')} och ${numberOf(size, 'sv')}`,
      lose: ({ column, merged }) => `om enskilda värden i ${column} (bara om ${codesOf(merged)})`,
    },
    'pool-years': {
      do: ({ column, size }) =>
        `lägg ihop åren i ${column} ${numberOf(size, 'sv')} och ${numberOf(size, 'sv')}`,
      lose: ({ merged }) => `om enskilda år (bara om ${codesOf(merged)})`,
    },
    'pool-all-years': {
      do: ({ column }) => `lägg ihop alla år i ${column}`,
      lose: () => 'om enskilda år och ändringar mellan dem',
    },
    'merge-prefix': {
      do: ({ column, length }) =>
        length === 1
          ? `slå ihop ${column} efter kodens första tecken`
          : `slå ihop ${column} efter kodens ${numberOf(length, 'sv')} första tecken`,
      lose: ({ column, merged }) => `om enskilda värden i ${column} (bara om ${codesOf(merged)})`,
    },
    'merge-smallest': {
      do: ({ column, merged }) =>
        `slå ihop de ${numberOf(merged[0]?.codes.length ?? 0, 'sv')} minsta värdena i ${column}`,
      lose: ({ column, merged }) => `om ${listed(merged[0]?.codes ?? [])} i ${column} var för sig`,
    },
    'limit-crossing': {
      do: ({ columns }) =>
        columns === 1
          ? 'visa varje kolumn för sig, utan korsning'
          : `korsa högst ${numberOf(columns, 'sv')} kolumner åt gången`,
      lose: ({ columns }) =>
        columns === 1 ? 'som korsar kolumner' : `som korsar fler än ${numberOf(columns, 'sv')} kolumner`,
    },
  },
  en: {
    'leave-out': {
      do: ({ column }) => `leave ${column} out`,
      lose: ({ column }) => `about ${column}`,
    },
    group: {
      do: ({ column, by }) => `show ${by} in place of ${column}`,
      lose: ({ column, by }) => `about single values of ${column} (only about ${by})`,
    },
    'merge-neighbours': {
      do: ({ column, size }) => `merge ${column} ${numberOf(size, 'en')} by ${numberOf(size, 'en')}`,
      lose: ({ column, merged }) => `about single values of ${column} (only about ${codesOf(merged)})`,
    },
    'pool-years': {
      do: ({ column, size }) =>
        `pool the years of ${column} ${numberOf(size, 'en')} by ${numberOf(size, 'en')}`,
      lose: ({ merged }) => `about single years (only about ${codesOf(merged)})`,
    },
    'pool-all-years': {
      do: ({ column }) => `pool all years of ${column}`,
      lose: () => 'about single years and changes between them',
    },
    'merge-prefix': {
      do: ({ column, length }) =>
        length === 1
          ? `merge ${column} by the first character of its code`
          : `merge ${column} by the first ${numberOf(length, 'en')} characters of its code`,
      lose: ({ column, merged }) => `about single values of ${column} (only about ${codesOf(merged)})`,
    },
    'merge-smallest': {
      do: ({ column, merged }) =>
        `merge the ${numberOf(merged[0]?.codes.length ?? 0, 'en')} smallest values of ${column}`,
      lose: ({ column, merged }) => `about ${listed(merged[0]?.codes ?? [])} of ${column} on their own`,
    },
    'limit-crossing': {
      do: ({ columns }) =>
        columns === 1
          ? 'show each column by itself, without crossing'
          : `cross at most ${numberOf(columns, 'en')} columns at a time`,
      lose: ({ columns }) =>
        columns === 1 ? 'that cross columns' : `that cross more than ${numberOf(columns, 'en')} columns`,
    },
  },
}

const TEXTS = {
  sv: {
    and: ' och ',
    or: ' eller ',
    asItIs: 'oförändrad',
    about: (share: string) => `ungefär ${share}`,
    few: (share: string) => `under ${share}`,
    many: (share: string) => `över ${share}`,
    none: 'ingen cell döljs',
    hidden: (share: string) => `${share} av cellerna döljs`,
    insteadOf: (share: string) => ` i stället för ${share}`,
    kept: (share: string) => `${share} av detaljen är kvar`,
    lost: (what: string) => `Frågor ${what} kan inte längre besvaras.`,
    together: ' Tabellerna måste skyddas tillsammans.',
    unprotectable: 'Tabellen kan inte skyddas som den är, vad som än döljs.',
  },
  en: {
    and: ' and ',
    or: ' or ',
    asItIs: 'as it is',
    about: (share: string) => `about ${share}`,
    few: (share: string) => `under ${share}`,
    many: (share: string) => `over ${share}`,
    none: 'no cell is hidden',
    hidden: (share: string) => `${share} of the cells are hidden`,
    insteadOf: (share: string) => ` instead of ${share}`,
    kept: (share: string) => `${share} of the detail is kept`,
    lost: (what: string) => `Questions ${what} can no longer be answered.`,
    together: ' The tables must be protected together.',
    unprotectable: 'The table cannot be protected as it is, whatever is hidden.',
  },
} as const

/** The changes in words, as one would ask for them: "leave age out and show county in place of municipality". */
export function changesText(changes: readonly Change[], language: PlanLanguage): string {
  const { and, asItIs } = TEXTS[language]
  return changes.length === 0
    ? asItIs
    : changes.map((change) => wordsOf(change, CHANGES[language], 'do')).join(and)
}

/**
 * A proposal in words: what is changed, how much is hidden instead of how much, what is kept, and which questions can no
 * longer be asked. Estimates are called about so much.
 *
 * @example proposalText(plan.proposals[0], plan.unchanged, 'en')
 */
export function proposalText(proposal: Proposal, unchanged: Proposal, language: PlanLanguage): string {
  const texts = TEXTS[language]
  const { changes } = proposal
  if (changes.length === 0 && proposal.unprotectable) return texts.unprotectable
  const before =
    changes.length === 0 || unchanged.unprotectable || unchanged.hidden === 0
      ? ''
      : texts.insteadOf(roughly(unchanged.hiddenShare, unchanged, language))
  const hidden =
    proposal.hidden === 0 ? texts.none : texts.hidden(roughly(proposal.hiddenShare, proposal, language))
  const kept = texts.kept(roughly(proposal.detailKept, proposal, language))
  const said = `${capital(changesText(changes, language))}: ${hidden}${before},${texts.and}${kept}.`
  if (changes.length === 0) return said
  const lost = changes.map((change) => wordsOf(change, CHANGES[language], 'lose')).join(texts.or)
  const together = proposal.tables.length > 1 ? texts.together : ''
  return `${said} ${texts.lost(lost)}${together}`
}

/** A share in whole per cent; what is neither none nor all never reads as such. */
export function wholePercent(share: number, language: PlanLanguage): string {
  const { few, many } = TEXTS[language]
  const written = (whole: number) => `${new Intl.NumberFormat(TAGS[language]).format(whole)} %`
  if (share > 0 && share < LEAST_SHARE) return few(written(1))
  if (share < 1 && share >= 1 - LEAST_SHARE) return many(written(99))
  return written(Math.round(100 * share))
}

function roughly(share: number, { measured }: Figures, language: PlanLanguage): string {
  const written = wholePercent(share, language)
  const isBound = share > 0 && share < 1 && (share < LEAST_SHARE || share >= 1 - LEAST_SHARE)
  return measured || isBound ? written : TEXTS[language].about(written)
}

function wordsOf<K extends Change['kind']>(
  change: Extract<Change, { readonly kind: K }>,
  words: ChangeWords,
  what: 'do' | 'lose',
): string {
  const write: Write<K> = words[change.kind as K][what]
  return write(change)
}

function numberOf(number: number, language: PlanLanguage): string {
  return NUMBERS[language][number - 1] ?? String(number)
}

function codesOf(merged: readonly Merged[]): string {
  return listed(merged.map(({ code }) => code))
}

function listed(codes: readonly string[]): string {
  return codes.length > MOST_NAMED ? `${codes.slice(0, MOST_NAMED).join(', ')} …` : codes.join(', ')
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv-SE') + text.slice(1)
}
