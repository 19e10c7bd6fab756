import fc from 'fast-check'
import type { BudgetCell, PlanDocument } from '../../model.ts'
import {
  BUDGET_DIMENSIONS,
  type FieldDef,
  fieldDefs,
  ITEM_KINDS,
  type ItemKind,
  KINDS,
  type PlanItem,
} from '../../model-items.ts'
import { NATIONAL_ENTRIES } from '../../national-lists.ts'
import { COMMON, isOverBoth } from '../../rules/budgets.ts'
import { checkFields } from '../../rules/check-fields.ts'

/** Words of every sort that may stand in a plan: blanks, signs, what looks like numbers, codes and formulas. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '=1+1',
    '_x0041_',
    '1.10',
    '2026-01-01',
    '<b>&amp;"\'',
    'Å ä ö',
    'Summa',
    'ja',
    '٣',
    '0012',
  ),
)
const date = fc
  .date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

/** Codes of what stands outside the plan. */
export const outside = fc.oneof(
  fc.uuid(),
  fc.constantFrom('1.10', '0012', '2026', 'goal-care', 'Ärende:7_b', 'x'.repeat(60)),
  fc.constantFrom(
    '4r',
    '4R',
    'training',
    'TRAINING',
    'Utbildning',
    'Training',
    'training:',
    'kod:4r',
    'code:',
  ),
)

function anyValue(def: FieldDef): fc.Arbitrary<unknown> {
  switch (def.type) {
    case 'line':
      return words.map((text) => text.replace(/[\p{C}\u2028\u2029]/gu, '').trim() || 'Ett namn')
    case 'text':
      return words.map((text) => text.replace(/[^\P{C}\n]/gu, ''))
    case 'yes':
      return fc.boolean()
    case 'date':
      return fc.option(date)
    case 'choice':
      return fc.option(fc.constantFrom(...def.of))
    case 'number': {
      const scale = 10 ** def.decimals
      const [least, most] = [(def.least ?? -1e6) * scale, (def.most ?? 1e6) * scale]
      return fc.option(
        fc
          .integer({ min: least, max: Math.min(most, 2e9) })
          .map((n) => Number((n / scale).toFixed(def.decimals))),
      )
    }
    case 'items':
      return fc.constant([])
    case 'codes':
      return fc.uniqueArray(outside, { maxLength: 3 })
  }
}

interface Seed {
  readonly kind: ItemKind
  readonly under: number
  readonly fields: Readonly<Record<string, unknown>>
  readonly picks: readonly number[]
  readonly national: string
  readonly over: readonly string[]
  readonly isMissing: boolean
}

/** Of the lists that are known, of another, or whatever somebody has written. */
const national = fc.oneof(
  fc.constantFrom(...NATIONAL_ENTRIES.map(({ code }) => code)),
  fc.constantFrom(
    'assignment-2031-2',
    'Ekonomisk jämställdhet',
    'kod: goal-care',
    'Code:',
    '2026-01-01',
    'Ö'.repeat(300),
  ),
  words.map((text) => text.replace(/[\p{C}\u2028\u2029]/gu, '').trim() || 'x'),
)

const seed: fc.Arbitrary<Seed> = fc.constantFrom(...ITEM_KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    under: fc.nat(1000),
    fields: fc.record(
      Object.fromEntries(Object.entries(fieldDefs(kind)).map(([field, def]) => [field, anyValue(def)])),
    ),
    picks: fc.array(fc.nat(1000), { maxLength: 3 }),
    national,
    over: fc.shuffledSubarray([...BUDGET_DIMENSIONS], { minLength: 1 }).filter((over) => !isOverBoth(over)),
    isMissing: fc.boolean(),
  }),
)

const money = fc.array(
  fc.record({
    budget: fc.nat(100),
    picks: fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }),
    amountOre: fc.oneof(
      fc.bigInt(0n, 10_000_000n),
      fc.bigInt(0n, 9_000_000_000_000_000n),
      fc.constantFrom(0n, 1n, 9_000_000_000_000_000n),
    ),
  }),
  { maxLength: 30 },
)

/** Plans of every kind of item with every field, references and amounts, as the room of plans can hold them. */
export const anyPlan: fc.Arbitrary<PlanDocument> = fc
  .record({
    name: anyValue({ type: 'line' }),
    lede: anyValue({ type: 'text' }),
    synthetic: fc.boolean(),
    kind: fc.constantFrom('action-plan', 'programme', 'strategy'),
    seeds: fc.array(seed, { maxLength: 40 }),
    money,
  })
  .map(({ name, lede, synthetic, kind, seeds, money: amounts }) => {
    const items: PlanItem[] = []
    for (const [at, one] of seeds.entries()) {
      const parents: readonly string[] = KINDS[one.kind].parents
      const places = [
        ...(parents.includes('plan') ? [null] : []),
        ...items.filter((item) => parents.includes(item.kind)).map(({ id }) => id),
      ]
      const parent = places[one.under % Math.max(1, places.length)]
      if (parent === undefined) continue
      const fields: Record<string, unknown> = { ...one.fields }
      for (const [field, def] of Object.entries(fieldDefs(one.kind)))
        if (def.type === 'items') {
          const among = items.filter((item) => def.of.includes(item.kind))
          fields[field] = [
            ...new Set(one.picks.flatMap((pick) => among[pick % Math.max(1, among.length)]?.id ?? [])),
          ]
        }
      if (one.kind === 'national') fields.code = one.national
      if (one.kind === 'budget') Object.assign(fields, { over: one.over, years: ['2026', '2027'] })
      if (one.kind === 'figure')
        Object.assign(
          fields,
          one.isMissing ? { value: null, missing: 'withheld' } : { value: 1.5, missing: null },
        )
      if (fields.start !== undefined && fields.end !== undefined) fields.end = null
      const checked = checkFields(one.kind, fields)
      if (!checked.ok) throw new Error(`${one.kind} ${JSON.stringify(checked.faults)}`)
      items.push({ id: `id-${at}`, kind: one.kind, parent, position: at, fields: checked.fields } as PlanItem)
    }
    return {
      facts: {
        name: `${String(name)} plan`,
        kind: kind === 'strategy' ? 'strategy' : kind === 'programme' ? 'programme' : 'action-plan',
        lede: String(lede).trim(),
        startsOn: '2026-01-01',
        endsOn: '2028-12-31',
        synthetic,
        origin: '',
      },
      items,
      cells: cellsOf(items, amounts),
    }
  })

function cellsOf(
  items: readonly PlanItem[],
  amounts: readonly { budget: number; picks: readonly number[]; amountOre: bigint }[],
): BudgetCell[] {
  const budgets = items.flatMap((item) => (item.kind === 'budget' ? [item] : []))
  const cells = new Map<string, BudgetCell>()
  for (const { budget, picks, amountOre } of amounts) {
    const of = budgets[budget % Math.max(1, budgets.length)]
    const key = of?.fields.over.map((dimension, at) => {
      const members =
        dimension === 'year'
          ? ['2026', '2027', '2028']
          : [
              ...items.filter((item) => item.kind === dimension).map(({ id }) => id),
              ...(dimension === 'priority' ? [COMMON] : []),
            ]
      return members[(picks[at] ?? 0) % Math.max(1, members.length)]
    })
    if (of === undefined || key === undefined) continue
    const whole = key.filter((member) => member !== undefined)
    if (whole.length === key.length)
      cells.set([of.id, ...whole].join(' '), { budget: of.id, key: whole, amountOre })
  }
  return [...cells.values()]
}
