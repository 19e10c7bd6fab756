import { containsPersonalNumber, digitsOfPerson, luhnHolds } from '@jamvikt/domain'
import type { ColumnRole } from '../model-micro.ts'

/**
 * Whether a cell holds a personal number, as far as can be told. In columns of figures a number shorter than ten digits
 * is taken for a figure: many an income would pass for somebody born in the year 2000 and something.
 * @param role of the column; what is declared an id is hashed and may hold them
 */
export function holdsPersonalNumber(text: string, role: ColumnRole): boolean {
  if (role === 'id' || text.length < 7) return false
  if (role === 'dimension') return containsPersonalNumber(text)
  const ten = digitsOfPerson(text)
  if (/^[\d\s.,]+$/.test(text) && text.replace(/\D/g, '').length < 10) return false
  if (ten !== undefined) return luhnHolds(ten)
  return role === 'drop' && !/^[\d\s.,-]+$/.test(text) && containsPersonalNumber(text)
}
