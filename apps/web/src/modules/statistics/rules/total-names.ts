import { findBirthGroup } from '@jamvikt/domain'
import type { Category } from '@jamvikt/tables'

/** What a category that stands for all of a dimension is called. */
const TOTAL =
  /^(tot|total|totalt|totala|total number|totalsumma|summa|sum|samtliga|alla|all|båda könen|both sexes|riket|hela riket|hela landet|samtliga \p{L}+)$/iu
/** The same with what it is the total of, which may be a part (“Samtliga utrikes födda”); ages are read elsewhere. */
const TOTAL_OF =
  /^(?:tot|total|totalt|totala|summa|samtliga|alla|all)[\s,:]+(?!(?:andra|övriga|utom|other|others|except|but)(?!\p{L}))([^\d]+)$/iu

/** Whether a category is called what stands for all of a dimension, and nothing that also names a part. */
export function isTotalName(text: string): boolean {
  const name = text.trim()
  return TOTAL.test(name) && !isBirthTotal(name)
}

/** Whether a category is called a total: of all, or of a part that it then names. */
export function isTotalLike(text: string): boolean {
  const name = text.trim()
  return TOTAL.test(name) || TOTAL_OF.test(name)
}

/** Whether a category is called a total of something that no list knows as a part. */
export function isTotalOfSomething(text: string): boolean {
  const name = text.trim()
  return TOTAL_OF.test(name) && !isBirthTotal(name)
}

function isBirthTotal(name: string): boolean {
  const [, of] = TOTAL_OF.exec(name) ?? []
  return of !== undefined && findBirthGroup(of) !== null
}

/** Whether any of a category’s texts is so. */
export function isNamed(label: Category['label'], is: (text: string) => boolean): boolean {
  return Object.values(label).some(is)
}
