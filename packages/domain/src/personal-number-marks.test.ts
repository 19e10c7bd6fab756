import { expect, it } from 'vitest'
import { containsPersonalNumber, maskPersonalNumbers } from './personal-number.ts'

// A number of the series that the tax agency keeps for tests, in ways that people and programs write it.
const WAYS = [
  '190001019801',
  '000101-9801',
  '000101‐9801',
  '000101_9801',
  '000101:9801',
  '000101,9801',
  '000101     9801',
  '０００１０１－９８０１',
]

it.each(WAYS)('masks %s', (text) => {
  const masked = maskPersonalNumbers(`Firma ${text} AB`)
  expect(masked.normalize('NFKC').replace(/\D/g, '')).toBe('')
  expect(masked).toContain('Firma')
})

it.each(WAYS)('finds %s in a text', (text) => {
  expect(containsPersonalNumber(`Firma ${text} AB`)).toBe(true)
})
