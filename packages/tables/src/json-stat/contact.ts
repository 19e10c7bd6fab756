import type { Texts } from '../stat/stat-table.ts'
import { textIn } from './frame.ts'
import type { JsonPart } from './json-part.ts'

/** PX files part several contacts by two of these, and the lines of one by one. */
const BETWEEN = '##'

/**
 * Reads `extension.contact` of PxWeb: a list with the parts of each contact and with `raw`, the text of the PX file.
 * @returns the text as a PX file has it, and the list itself where it says more; `undefined` where there is none
 */
export function readContact(
  contact: JsonPart,
  language: string,
): { readonly texts: Texts; readonly rest: unknown } | undefined {
  const contacts = contact.items()
  if (contacts.length === 0) return undefined
  const raws = contacts.map((each) => {
    const parts = ['name', 'organization', 'phone', 'mail'].map((name) => each.member(name).textIfAny())
    return each.member('raw').textIfAny() ?? parts.filter((part) => part !== undefined).join('#')
  })
  const rests = contacts.map((each) => each.rest(['raw']))
  const saysMore = rests.some((rest) => rest !== undefined)
  return { texts: textIn(language, raws.join(BETWEEN)), rest: saysMore ? contact.value : undefined }
}

/**
 * Writes `extension.contact`.
 * @param rest the list of an earlier read; used while it still says the same
 */
export function writeContact(text: string | undefined, rest: unknown): unknown {
  if (text === undefined) return undefined
  const raws = text.split(BETWEEN)
  const list: readonly unknown[] = Array.isArray(rest) ? rest : []
  const same =
    list.length === raws.length &&
    list.every(
      (each, at) => typeof each === 'object' && each !== null && 'raw' in each && each.raw === raws[at],
    )
  return same ? list : raws.map((raw) => ({ raw }))
}
