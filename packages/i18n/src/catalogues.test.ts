import { describe, expect, it } from 'vitest'
import { en } from './en/index.ts'
import { localeOf, type MessageKey, negotiate } from './index.ts'
import { sv } from './sv/index.ts'

const keys = Object.keys(sv) as MessageKey[]

/** Names and abbreviations that are the same word in both languages. */
const SAME_IN_BOTH: readonly MessageKey[] = [
  'agency.period',
  'agency.plan',
  'agency.region',
  'agency.order.region',
  'agency.goals.point',
  'agency.nothing',
  'agency.grant.decision.text',
  'agency.move.decided',
  'half.subtitle',
  'half.money',
  'half.amount',
  'doc.span.other',
  'look.template.paper.size',
  'doc.live.goals.followed',
  'doc.block.words',
  'doc.field.text',
  'doc.piece.budget',
  'doc.heading.money-used',
  'doc.live.risks.name',
  'follow.period',
  'follow.toldBy',
  'plan.tab.money',
  'referral.noted.by',
  'referral.file.word',
  'referral.file.csv',
  'referral.organisation',
  'plan.list.name',
  'plan.summary',
  'plan.col.money',
  'plan.kind.risk',
  'plan.kind.budget',
  'plan.field.organisation',
  'plan.field.text',
  'plan.choice.rounding.ore',
  'plan.choice.unit.kr',
  'plan.catalogue.version',
  'plan.version',
  'plan.version.short',
  'plan.compare.under',
  'stat.comments.version',
  'views.held',
  'order.dimension',
  'catalogue.period',
  'catalogue.unit.kronor',
  'stat.draft.dimension',
  'stat.why.version',
  'stat.differences.cell',
  'app.name',
  'intake.map.import',
  'intake.map.unit.kr',
  'audit.cross.add',
  'audit.col.median',
  'release.period',
  'release.xlsx',
  'release.csv',
  'release.json',
  'report.activity.budget',
  'report.version',
  'plan.x.export.json',
  'plan.x.export.xlsx',
  'plan.x.export.iati',
  'open.plan.kronor',
  'open.plan.file.budget.csv',
  'open.plan.file.iati.xml',
  'time.col.start',
  'time.file.activity',
  'time.file.milestone',
  'time.file.drawing',
]

const CAUSAL = {
  sv: /beror på|på grund av|orsak|leder till|till följd av|följer av|förklara|därför att|diskriminer|missgynn|effekten av/i,
  en: /because of|due to|caus|leads? to|result(s|ed)? (in|from)|explain|discriminat|disadvantag|the effect of|owing to/i,
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()
}

describe('the catalogues', () => {
  it('hold the same keys', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort())
  })

  it('name the same parameters', () => {
    expect(Object.fromEntries(keys.map((key) => [key, placeholders(en[key])]))).toEqual(
      Object.fromEntries(keys.map((key) => [key, placeholders(sv[key])])),
    )
  })

  it('have a text for every key', () => {
    for (const catalogue of [sv, en]) expect(keys.filter((key) => catalogue[key].trim() === '')).toEqual([])
  })

  it('are translated', () => {
    const same = keys.filter((key) => sv[key] === en[key])
    expect(same.filter((key) => !SAME_IN_BOTH.includes(key))).toEqual([])
  })

  it('claim no cause for a difference', () => {
    const findings = keys.filter((key) => /^(audit|file)\./.test(key))
    expect(findings.filter((key) => CAUSAL.sv.test(sv[key]))).toEqual([])
    expect(findings.filter((key) => CAUSAL.en.test(en[key]))).toEqual([])
  })
})

describe('texts', () => {
  it('are filled with their parameters', () => {
    const text = localeOf('en').text('audit.steps.note', { points: '−6.7' })
    expect(text).toBe('−6.7 percentage points')
  })

  it('of a key known only at run time fall back to what the caller gives', () => {
    expect(localeOf('en').dynamic('audit.label.women', 'women')).toBe('Women')
    expect(localeOf('en').dynamic('audit.label.A8', 'A8')).toBe('A8')
    expect(localeOf('sv').dynamic('toString', 'nothing')).toBe('nothing')
  })
})

/** The spaces of Intl are of the non-breaking kinds, which differ between its versions. */
function plain(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ')
}

describe('numbers', () => {
  const swedish = localeOf('sv')
  const english = localeOf('en')

  it('shares are per cent with one decimal', () => {
    expect(plain(swedish.percent(0.1484))).toBe('14,8 %')
    expect(plain(english.percent(0.1484))).toBe('14.8 %')
    expect(plain(swedish.percent(0))).toBe('0,0 %')
  })

  it('amounts are whole kronor of öre', () => {
    expect(plain(swedish.kronor(123_456_789))).toBe('1 234 568 kr')
    expect(plain(english.kronor(123_456_789))).toBe('1,234,568 kr')
    expect(plain(swedish.largeKronor(1_234_567_890))).toBe('12,3 mnkr')
    expect(plain(english.largeKronor(1_234_567_890))).toBe('12.3 million kr')
    expect(plain(swedish.largeKronor(99_999_949))).toBe('999 999 kr')
  })

  it('groups digits by a space that does not break, in Swedish', () => {
    expect(swedish.number(12_345)).toMatch(/^12[\u00A0\u202F]345$/)
  })

  it('differences are signed, with a minus sign and not a hyphen', () => {
    expect(swedish.points(0.0671)).toBe('+6,7')
    expect(swedish.points(-0.0671)).toBe('−6,7')
    expect(english.points(-0.0671)).toBe('−6.7')
    expect(swedish.points(0)).toBe('0,0')
    expect(swedish.points(-0.0004)).toBe('0,0')
  })

  it('below nought have a minus sign and not a hyphen', () => {
    const said = [english.number(-5), english.figure(-0.5, 1), english.decimal(-0.5), english.percent(-0.5)]
    expect(said).toEqual(['−5', '−0.5', '−0.50', '−50.0 %'])
  })

  it('of one have a text of their own', () => {
    expect(swedish.counted('stat.draft.assumed.name-of-code', 1)).toMatch(/^1 värde /)
    expect(swedish.counted('stat.draft.assumed.name-of-code', 12)).toMatch(/^12 värden /)
    expect(english.counted('stat.draft.assumed.name-of-code', 1)).toMatch(/^1 value was /)
    expect(english.counted('stat.draft.assumed.name-of-code', 0)).toMatch(/^0 values were /)
  })

  it('small probabilities are not shown as zero', () => {
    expect(swedish.probability(0.0000041)).toBe('< 0,001')
    expect(english.probability(0.009)).toBe('0.009')
  })

  it('dates are of Stockholm', () => {
    expect(english.date('2026-06-30T23:30:00Z')).toBe('1 Jul 2026')
  })
})

describe('the language of a browser', () => {
  it('is the first that we have, else Swedish', () => {
    expect(negotiate('de,en-GB;q=0.8,sv;q=0.5')).toBe('en')
    expect(negotiate('sv-SE,en')).toBe('sv')
    expect(negotiate('de')).toBe('sv')
    expect(negotiate(undefined)).toBe('sv')
  })
})
