import { type AggregatedGroup, CASE_FIELDS } from './mapping.ts'
import { fieldOfHeader, headerWords } from './vocabulary.ts'

const SEXES = [
  ['women', /(?<!\p{L})(women|kvinnor|kvinner|female|females|kvinna)(?!\p{L})/u],
  ['men', /(?<!\p{L})(men|män|menn|male|males|man)(?!\p{L})/u],
  ['other', /(?<!\p{L})(other|annat)(?!\p{L})/u],
] as const

const RATE = /(?<!\p{L})(rate|rates|andel|share|procent|percent|prosent|success)(?!\p{L})/u
const AMOUNT = /(?<!\p{L})(amount|belopp|beløp|belop|sek|kr)(?!\p{L})/u

/** Counts by word, the more telling first. */
const COUNTS: readonly (readonly [key: 'granted' | 'refused' | 'withdrawn' | 'applied', words: RegExp])[] = [
  ['refused', /(?<!\p{L})(refused|rejected|rejections|avslag|avslagna)(?!\p{L})/u],
  ['withdrawn', /(?<!\p{L})(withdrawn|återkallade|trukket)(?!\p{L})/u],
  [
    'granted',
    /(?<!\p{L})(awards?|awarded|granted|grants|beviljade|beviljat|bifall|bevilgninger|approved|tildelt)(?!\p{L})/u,
  ],
  [
    'applied',
    /(?<!\p{L})(applications|applicants|applied|ansökningar|sökande|sökta|sökt|søknader|soknader|sokt)(?!\p{L})/u,
  ],
]

/**
 * Finds the groups of a table of counts: columns such as `applications_women` and `awards_women`. Women and men must
 * both have applied and granted; rates and totals are no counts of a group. Undefined when it is no such table.
 */
export function aggregatedGroups(headers: readonly string[]): AggregatedGroup[] | undefined {
  const groups = SEXES.flatMap(([sex, words]): AggregatedGroup[] => {
    const found: Partial<Record<string, string>> = {}
    for (const header of headers) {
      const text = headerWords(header)
      const key = COUNTS.find(([, pattern]) => pattern.test(text))?.[0]
      if (key === undefined || RATE.test(text) || !words.test(text)) continue
      const place = AMOUNT.test(text) ? (key === 'granted' ? 'amountGranted' : 'amountApplied') : key
      found[place] ??= header
    }
    const { applied, granted, refused = 'applied-granted', withdrawn, amountApplied, amountGranted } = found
    if (applied === undefined || granted === undefined) return []
    return [
      {
        by: { sex },
        applied,
        granted,
        refused,
        ...(withdrawn === undefined ? {} : { withdrawn }),
        ...(amountApplied === undefined ? {} : { amountApplied }),
        ...(amountGranted === undefined ? {} : { amountGranted }),
      },
    ]
  })
  const sexes = groups.map((group) => group.by.sex)
  return sexes.includes('women') && sexes.includes('men') ? groups : undefined
}

/** The dimension a column of a table of counts gives: a known field, else the header's own words. */
export function dimensionOf(header: string): string {
  const field = fieldOfHeader(header)?.field
  const isDimension = field !== undefined && CASE_FIELDS.indexOf(field) >= CASE_FIELDS.indexOf('municipality')
  return isDimension ? field : headerWords(header)
}
