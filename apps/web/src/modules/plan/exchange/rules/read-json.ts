import type { Finding, FindingReason, PlanRead, RawCell, RawItem } from '../model-exchange.ts'
import { PLAN_FORMAT } from './canonical.ts'
import { checkDocument, MOST_CELLS, MOST_ITEMS } from './check-document.ts'
import { twiceTheKey } from './twice-the-key.ts'

type Given = Readonly<Record<string, unknown>>

/** Reads a plan from JSON of our own format. Whatever else stands in it is refused, with the path to it. */
export function readPlanJson(text: string): PlanRead {
  let whole: unknown
  try {
    whole = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refused('json-invalid', '', error instanceof Error ? error.message.slice(0, 120) : '')
  }
  if (!isObject(whole)) return refused('wrong-type', '')
  if (own(whole, 'format') !== PLAN_FORMAT) return refused('unknown-format', 'format')
  if (own(whole, 'version') !== 1) return refused('unknown-version', 'version')
  const facts = own(whole, 'plan')
  const items = own(whole, 'items')
  const cells = own(whole, 'cells')
  if (!isObject(facts)) return refused('wrong-type', 'plan')
  if (!Array.isArray(items)) return refused('wrong-type', 'items')
  if (!Array.isArray(cells)) return refused('wrong-type', 'cells')
  if (items.length > MOST_ITEMS || cells.length > MOST_CELLS)
    return refused('too-many-items', 'items', String(MOST_ITEMS))
  const twice = twiceTheKey(text)
  if (twice !== null) return refused('twice-the-key', twice)
  const faults = strangeKeys(whole, ['format', 'version', 'plan', 'items', 'cells'], '')
  return checkDocument(
    {
      facts,
      placeOfFact: (fact) => ({ path: `plan.${fact}` }),
      items: items.flatMap((item: unknown, at) => rawItem(item, `items[${at}]`, faults)),
      cells: cells.flatMap((cell: unknown, at) => rawCell(cell, `cells[${at}]`, faults)),
    },
    faults,
  )
}

function refused(reason: FindingReason, path: string, detail = ''): PlanRead {
  return { document: null, faults: [{ reason, place: { path }, item: '', detail }], remarks: [] }
}

function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(object: Given, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function strangeKeys(object: Given, known: readonly string[], path: string): Finding[] {
  return Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      reason: 'unknown-field',
      place: { path: `${path}${path === '' ? '' : '.'}${key.slice(0, 100)}` },
      item: '',
      detail: '',
    }))
}

function rawItem(given: unknown, path: string, faults: Finding[]): RawItem[] {
  const fault = (at: string) => {
    faults.push({ reason: 'wrong-type', place: { path: at }, item: '', detail: '' })
    return []
  }
  if (!isObject(given)) return fault(path)
  faults.push(...strangeKeys(given, ['id', 'kind', 'parent', 'fields'], path))
  const [id, kind, parent, fields] = ['id', 'kind', 'parent', 'fields'].map((key) => own(given, key))
  if (typeof id !== 'string' || id === '' || id.length > 100) return fault(`${path}.id`)
  if (typeof kind !== 'string') return fault(`${path}.kind`)
  if (parent !== null && typeof parent !== 'string') return fault(`${path}.parent`)
  if (!isObject(fields)) return fault(`${path}.fields`)
  const place = (field?: string) => ({
    path:
      field === undefined
        ? path
        : ['id', 'kind', 'parent'].includes(field)
          ? `${path}.${field}`
          : `${path}.fields.${field}`,
  })
  return [{ id, kind: kind.slice(0, 60), parent, fields, place }]
}

function rawCell(given: unknown, path: string, faults: Finding[]): RawCell[] {
  const fault = (at: string, reason: FindingReason = 'wrong-type') => {
    faults.push({ reason, place: { path: at }, item: '', detail: '' })
    return []
  }
  if (!isObject(given)) return fault(path)
  faults.push(...strangeKeys(given, ['budget', 'key', 'amountOre'], path))
  const [budget, key, amount] = ['budget', 'key', 'amountOre'].map((name) => own(given, name))
  if (typeof budget !== 'string') return fault(`${path}.budget`)
  if (!Array.isArray(key) || key.length > 5 || !key.every((member) => typeof member === 'string'))
    return fault(`${path}.key`)
  if (typeof amount !== 'string' || !/^\d{1,17}$/.test(amount))
    return fault(`${path}.amountOre`, 'not-an-amount')
  return [{ budget, key, amountOre: BigInt(amount), place: { path } }]
}
