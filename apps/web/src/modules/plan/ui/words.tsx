import type { Locale } from '@jamvikt/i18n'
import { isUuid } from '../../../platform/uuid.ts'
import type { PlanVersion } from '../model.ts'
import { type FieldValue, fieldDefs, type ItemKind, type PlanItem } from '../model-items.ts'
import { NATIONAL_ENTRIES, type NationalEntry } from '../national-lists.ts'
import { COMMON } from '../rules/budgets.ts'
import type { PlanTree } from '../rules/tree.ts'
import { methodName } from '../working-methods.ts'

/** What the words of a plan are told with: the plan, where it is, and names of what stands outside it. */
export interface Known {
  readonly locale: Locale
  readonly tree: PlanTree
  /** The plan’s address; `null` where nothing is to be followed. */
  readonly here: string | null
  /** Names of items of the plan above, of the catalogue’s indicators and of members, by their ids. */
  readonly codes: ReadonlyMap<string, string>
}

export function kindName(locale: Locale, kind: ItemKind): string {
  return locale.text(`plan.kind.${kind}`)
}

/** What many of a kind are called under an item of another kind: goals under a goal are sub-goals. */
export function kindsName(locale: Locale, kind: ItemKind, under: ItemKind | null): string {
  return locale.dynamic(`plan.kinds.${kind}.${under ?? 'plan'}`, locale.text(`plan.kinds.${kind}`))
}

/** What adding one of a kind is called under an item of another kind. */
export function addWords(locale: Locale, kind: ItemKind, under: ItemKind | null): string {
  return locale.dynamic(
    `plan.add.${kind}.${under ?? 'plan'}`,
    locale.dynamic(`plan.add.${kind}`, kindName(locale, kind)),
  )
}

export function fieldLabel(locale: Locale, kind: ItemKind, field: string): string {
  return locale.dynamic(`plan.field.${kind}.${field}`, locale.dynamic(`plan.field.${field}`, field))
}

export function choiceLabel(locale: Locale, kind: ItemKind, field: string, value: string): string {
  return locale.dynamic(
    `plan.choice.${kind}.${field}.${value}`,
    locale.dynamic(`plan.choice.${field}.${value}`, value),
  )
}

export function entryName(locale: Locale, entry: NationalEntry): string {
  return locale.language === 'sv' ? entry.sv : entry.en
}

/** What an item is called where it is spoken of. */
export function itemName(locale: Locale, item: PlanItem): string {
  if (item.kind === 'national') {
    const entry = NATIONAL_ENTRIES.find(({ code }) => code === item.fields.code)
    return entry === undefined ? item.fields.code : entryName(locale, entry)
  }
  if (item.kind !== 'figure') return item.fields.name
  const { what, year, sex, group } = item.fields
  return [
    what === null ? kindName(locale, 'figure') : choiceLabel(locale, 'figure', 'what', what),
    year === null ? '' : String(year),
    sex === null ? '' : choiceLabel(locale, 'figure', 'sex', sex),
    group,
  ]
    .filter(Boolean)
    .join(', ')
}

/** What a member of a budget’s dimension is called: an item, a year, or what is common to all priorities. */
export function memberName(locale: Locale, tree: PlanTree, id: string): string {
  const item = tree.item(id)
  if (item !== null) return itemName(locale, item)
  return id === COMMON ? locale.text('plan.compare.common') : id
}

/** A number as it was entered: with the decimals that it has. */
export function numberText(locale: Locale, value: number): string {
  const [, decimals = ''] = String(value).split('.')
  return locale.figure(value, Math.min(6, decimals.length))
}

/** A calendar date without its clock: it is the same day everywhere. */
export function dayText(locale: Locale, day: string): string {
  return locale.date(`${day}T12:00:00Z`)
}

/** How far a plan has come, by its latest version. */
export function stateText(locale: Locale, latest: PlanVersion | null): string {
  if (latest === null) return locale.text('plan.state.draft')
  return locale.text(`plan.state.${latest.state}`, { number: latest.number })
}

/** Whether a field says nothing. */
export function isUnsaid(value: FieldValue | undefined): boolean {
  return value === undefined || value === null || value === '' || value === false || isEmptyList(value)
}

function isEmptyList(value: FieldValue): boolean {
  return typeof value === 'object' && value !== null && value.length === 0
}

/** Codes that stand for words of ours, by kind and field. */
const CODE_NAMES: Readonly<Record<string, (locale: Locale, code: string) => string>> = {
  'activity.methods': methodName,
  'budget.over': (locale, code) => locale.dynamic(`plan.m.dimension.${code}`, code),
}

/** What a field says, as it is read. */
export function FieldWords(props: Known & { kind: ItemKind; field: string; value: FieldValue | undefined }) {
  const { locale, kind, field, value } = props
  if (value === undefined || value === null || value === '' || isEmptyList(value))
    return <span class="hidden-cell">–</span>
  if (typeof value === 'boolean') return <>{locale.text(value ? 'yes' : 'no')}</>
  if (typeof value === 'number') return <>{field === 'year' ? String(value) : numberText(locale, value)}</>
  if (typeof value === 'string') {
    const def = fieldDefs(kind)[field]
    if (def?.type === 'choice') return <>{choiceLabel(locale, kind, field, value)}</>
    if (def?.type === 'date') return <>{dayText(locale, value)}</>
    if (kind === 'national' && field === 'code') {
      const entry = NATIONAL_ENTRIES.find(({ code }) => code === value)
      return <>{entry === undefined ? value : entryName(locale, entry)}</>
    }
    return <span class="as-written">{value}</span>
  }
  const codeName = CODE_NAMES[`${kind}.${field}`]
  return (
    <ul class="tight">
      {value.map((id) => (
        <li key={id}>{codeName === undefined ? <Reference {...props} id={id} /> : codeName(locale, id)}</li>
      ))}
    </ul>
  )
}

function Reference({ locale, tree, here, codes, id }: Known & { id: string }) {
  const item = tree.item(id)
  if (item === null) return codes.get(id) ?? (isUuid(id) ? '–' : id)
  const name = itemName(locale, item)
  return here === null ? name : <a href={`${here}/items/${id}`}>{name}</a>
}
