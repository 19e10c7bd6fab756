import { PLAN_KINDS, type PlanDocument, type PlanFacts, type PlanKind } from '../../model.ts'
import {
  BUDGET_DIMENSIONS,
  fieldDefs,
  fieldsOf,
  ITEM_KINDS,
  type ItemKind,
  KINDS,
  type PlanItem,
} from '../../model-items.ts'
import { closingRings } from '../../rules/after-itself.ts'
import { COMMON } from '../../rules/budgets.ts'
import { checkFields, isDate } from '../../rules/check-fields.ts'
import { MOST_METHOD_LETTERS, MOST_METHODS } from '../../working-methods.ts'
import {
  type Finding,
  type FindingReason,
  LOST_PARENT,
  type PlanRead,
  type RawCell,
  type RawItem,
  type RawPlan,
} from '../model-exchange.ts'
import { canonical } from './canonical.ts'
import { lookOver } from './look-over.ts'

export const MOST_ITEMS = 20_000
export const MOST_CELLS = 200_000
const MOST_DEPTH = 40
const MOST_ORE = 9_000_000_000_000_000n
const LETTERS_OF = { name: 300, lede: 4000, origin: 1000 } as const

/**
 * Checks a plan from a file, whole: its facts, what stands under what, what each thing refers to, and its amounts. A
 * plan comes back only where nothing is wrong; every fault is told with its place.
 */
export function checkDocument(raw: RawPlan, told: readonly Finding[] = []): PlanRead {
  const faults: Finding[] = [...told]
  const facts = factsOf(raw, faults)
  if (raw.items.length > MOST_ITEMS || raw.cells.length > MOST_CELLS) {
    faults.push({ reason: 'too-many-items', place: {}, item: '', detail: String(MOST_ITEMS) })
    return { document: null, faults, remarks: [] }
  }
  const items = itemsOf(raw.items, faults)
  const byId = new Map(items.map((item) => [item.id, item]))
  const kinds = new Map(raw.items.map(({ id, kind }) => [id, kind]))
  checkReferences(raw.items, byId, kinds, faults)
  checkCells(raw.cells, byId, kinds, faults)
  const rings = new Set(closingRings(items))
  for (const item of raw.items)
    if (rings.has(item.id))
      faults.push({ reason: 'after-itself', place: item.place('after'), item: nameOf(item), detail: '' })
  if (faults.length > 0 || facts === null) return { document: null, faults, remarks: [] }
  const document: PlanDocument = canonical({
    facts,
    items,
    cells: raw.cells.map(({ budget, key, amountOre }) => ({ budget, key, amountOre })),
  })
  const placeOf = new Map(raw.items.map((item) => [item.id, item.place]))
  return { document, faults, remarks: lookOver(document, (id, field) => placeOf.get(id)?.(field) ?? {}) }
}

function factsOf(raw: RawPlan, faults: Finding[]): PlanFacts | null {
  const before = faults.length
  const given = (fact: string) => (Object.hasOwn(raw.facts, fact) ? raw.facts[fact] : undefined)
  const fault = (fact: string, reason: FindingReason) =>
    faults.push({
      reason,
      place: raw.placeOfFact(fact),
      item: '',
      detail: reason === 'not-a-choice' || reason === 'not-a-date' ? quoted(given(fact)) : '',
      allowed: { kind: 'plan', field: fact },
    })
  const words = (fact: keyof typeof LETTERS_OF): string => {
    const value = given(fact) ?? ''
    if (typeof value !== 'string' || /[^\P{Cc}\t\n]|\p{Cs}/u.test(value)) fault(fact, 'not-words')
    else if (value.trim().length > LETTERS_OF[fact]) fault(fact, 'too-long')
    else return value.trim()
    return ''
  }
  const day = (fact: string): string => {
    const value = given(fact)
    if (value === undefined || value === null || value === '') fault(fact, 'required')
    else if (typeof value !== 'string' || !isDate(value)) fault(fact, 'not-a-date')
    else return value
    return ''
  }
  const known = ['name', 'kind', 'lede', 'startsOn', 'endsOn', 'synthetic', 'origin']
  for (const fact of Object.keys(raw.facts)) if (!known.includes(fact)) fault(fact, 'unknown-field')
  const name = words('name')
  if (name.length < 2) fault('name', 'required')
  else if (name.includes('\n')) fault('name', 'not-words')
  const kind = given('kind') ?? 'action-plan'
  if (!isPlanKind(kind)) fault('kind', 'not-a-choice')
  const synthetic = given('synthetic') ?? false
  if (typeof synthetic !== 'boolean') fault('synthetic', 'not-a-choice')
  const [lede, origin] = [words('lede'), words('origin')]
  const [startsOn, endsOn] = [day('startsOn'), day('endsOn')]
  if (startsOn !== '' && endsOn !== '' && endsOn < startsOn) fault('endsOn', 'ends-before-start')
  if (faults.length > before || !isPlanKind(kind) || typeof synthetic !== 'boolean') return null
  return { name, kind, lede, startsOn, endsOn, synthetic, origin }
}

function isPlanKind(value: unknown): value is PlanKind {
  return PLAN_KINDS.some((kind) => kind === value)
}

function isKind(text: string): text is ItemKind {
  return ITEM_KINDS.some((kind) => kind === text)
}

function nameOf(item: RawItem): string {
  const name = Object.hasOwn(item.fields, 'name') ? item.fields.name : ''
  return typeof name === 'string' ? name.slice(0, 100) : ''
}

/** Items whose kind, fields and place in the tree are right; of the others it is told what is wrong. */
function itemsOf(raw: readonly RawItem[], faults: Finding[]): PlanItem[] {
  const first = new Map<string, RawItem>()
  for (const item of raw) {
    if (first.has(item.id))
      faults.push({ reason: 'duplicate-id', place: item.place('id'), item: nameOf(item), detail: item.id })
    else first.set(item.id, item)
  }
  const depths = depthsOf(first)
  return [...first.values()].flatMap((item, position) => {
    const name = nameOf(item)
    const { kind } = item
    const fault = (reason: FindingReason, field: string, detail = '') => {
      if (item.told?.has(field)) return
      const allowed = isKind(kind) ? { allowed: { kind, field } } : {}
      faults.push({ reason, place: item.place(field), item: name, detail, ...allowed })
    }
    if (!isKind(item.kind)) {
      fault('unknown-kind', 'kind', item.kind)
      return []
    }
    const parents: readonly string[] = KINDS[item.kind].parents
    const parent = item.parent === null ? null : first.get(item.parent)
    const depth = depths.get(item.id)
    if (item.parent === LOST_PARENT) return []
    if (parent === undefined) fault('unknown-parent', 'parent', item.parent ?? '')
    else if (!parents.includes(parent?.kind ?? 'plan'))
      fault(parent === null ? 'no-parent' : 'misplaced', 'parent', item.parent ?? '')
    else if (depth === 'cycle') fault('cycle', 'parent', item.parent ?? '')
    else if (typeof depth === 'number' && depth > MOST_DEPTH) fault('too-deep', 'parent', String(MOST_DEPTH))
    const checked = checkFields(item.kind, item.fields)
    if (!checked.ok) {
      for (const { field, reason } of checked.faults) fault(reason, field, quoted(item.fields[field]))
      return []
    }
    return [
      { id: item.id, kind: item.kind, parent: item.parent, position, fields: checked.fields } as PlanItem,
    ]
  })
}

function quoted(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 60) : ''
}

/** How deep each item stands; `lost` under something that is not there, `cycle` where it leads back to itself. */
function depthsOf(items: ReadonlyMap<string, RawItem>): ReadonlyMap<string, number | 'lost' | 'cycle'> {
  const depths = new Map<string, number | 'lost' | 'cycle'>()
  for (const item of items.values()) {
    const way = new Set<string>()
    let at: string | null = item.id
    while (at !== null && !depths.has(at) && !way.has(at) && items.has(at)) {
      way.add(at)
      at = items.get(at)?.parent ?? null
    }
    const end = at === null ? 0 : (depths.get(at) ?? (way.has(at) ? 'cycle' : 'lost'))
    for (const [above, id] of [...way].reverse().entries())
      depths.set(id, typeof end === 'number' ? end + above + 1 : end)
  }
  return depths
}

function checkReferences(
  raw: readonly RawItem[],
  byId: ReadonlyMap<string, PlanItem>,
  kinds: ReadonlyMap<string, string>,
  faults: Finding[],
) {
  for (const given of raw) {
    const item = byId.get(given.id)
    if (item === undefined) continue
    const fields = fieldsOf(item)
    const fault = (reason: FindingReason, field: string, detail: string) => {
      if (given.told?.has(field)) return
      const allowed = { kind: item.kind, field }
      faults.push({ reason, place: given.place(field), item: nameOf(given), detail, allowed })
    }
    for (const [field, def] of Object.entries(fieldDefs(item.kind))) {
      const value = fields[field]
      if (def.type !== 'items' || !Array.isArray(value)) continue
      for (const id of value) {
        const kind = kinds.get(id)
        if (kind === undefined || !def.of.includes(kind)) fault('dangling', field, id)
      }
    }
    if (
      item.kind === 'figure' &&
      !given.told?.has('missing') &&
      (item.fields.value === null) === (item.fields.missing === null)
    )
      fault('value-and-missing', 'value', '')
    if (item.kind === 'activity') {
      const { methods } = item.fields
      const long = methods.find((code) => code.length > MOST_METHOD_LETTERS)
      if (long !== undefined) fault('method-too-long', 'methods', long)
      if (methods.length > MOST_METHODS) fault('too-many-methods', 'methods', String(methods.length))
    }
    if (item.kind === 'budget') {
      const { over } = item.fields
      const known: readonly string[] = BUDGET_DIMENSIONS
      const strange = over.find((dimension) => !known.includes(dimension))
      if (strange !== undefined || over.length === 0) fault('unknown-dimension', 'over', strange ?? '')
    }
  }
}

function checkCells(
  cells: readonly RawCell[],
  byId: ReadonlyMap<string, PlanItem>,
  kinds: ReadonlyMap<string, string>,
  faults: Finding[],
) {
  const seen = new Set<string>()
  for (const { budget, key, amountOre, place } of cells) {
    const item = byId.get(budget)
    const fault = (reason: FindingReason, detail: string) =>
      faults.push({ reason, place, item: item?.kind === 'budget' ? item.fields.name : '', detail })
    if (item?.kind !== 'budget') {
      // A budget with faults of its own has told them already.
      if (kinds.get(budget) !== 'budget') fault('dangling', budget.slice(0, 60))
      continue
    }
    const { over } = item.fields
    const wrong = over.findIndex((dimension, at) => {
      const member = key[at] ?? ''
      if (dimension === 'year') return !isYear(member)
      return kinds.get(member) !== dimension && !(dimension === 'priority' && member === COMMON)
    })
    const name = [budget, ...key].join('\n')
    if (over.length !== key.length || wrong >= 0)
      fault('wrong-key', (key[wrong] ?? key.join(', ')).slice(0, 60))
    else if (amountOre < 0n) fault('amount-negative', amountOre.toString())
    else if (amountOre > MOST_ORE) fault('amount-too-large', amountOre.toString())
    else if (seen.has(name)) fault('duplicate-cell', key.join(', ').slice(0, 100))
    seen.add(name)
  }
}

function isYear(text: string): boolean {
  return /^(19|20)\d\d$/.test(text) && Number(text) >= 1990
}
