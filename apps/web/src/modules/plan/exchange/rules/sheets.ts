import type { Cell } from '@jamvikt/tables'
import { ITEM_KINDS, type ItemKind } from '../../model-items.ts'
import type { Finding, Place } from '../model-exchange.ts'
import { plain, type SheetKind, sheetName } from './vocabulary.ts'

export interface SheetRow {
  readonly row: number
  readonly cells: readonly Cell[]
}

export interface Sheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

/** What is told while a workbook is read. */
export interface Told {
  readonly faults: Finding[]
  readonly remarks: Finding[]
}

export function isKind(text: string): text is ItemKind {
  return ITEM_KINDS.some((kind) => kind === text)
}

export type Codes = ReadonlyMap<ItemKind, ReadonlyMap<string, string>>

/** The id of the row that a code means, among rows of some kinds. */
export function resolve(
  code: string,
  kinds: readonly ItemKind[],
  codes: Codes,
): { readonly id: string } | { readonly reason: 'dangling' | 'ambiguous-code' } {
  const ids = kinds.flatMap((kind) => codes.get(kind)?.get(plain(code)) ?? [])
  const [id] = ids
  if (id === undefined || code === '') return { reason: 'dangling' }
  return ids.length === 1 ? { id } : { reason: 'ambiguous-code' }
}

/** Where a sheet would be, for what is missing in it. */
export function placeOfSheet(kind: SheetKind, sheet: Sheet | null): Place {
  return { sheet: sheet?.name ?? sheetName('sv', kind) }
}
