import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, isAddress } from './plan-address.ts'

test.each([
  ['Handlingsplan för jämställd tillväxt', 'handlingsplan-for-jamstalld-tillvaxt'],
  ['New', 'plan-new'],
  ['Import', 'plan-import'],
  ['???', 'plan'],
])('the plan %s has the address %s', (name, address) => {
  expect(addressOf(name)).toBe(address)
})

test('every name gives an address that no other page has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      expect(isAddress(addressOf(name))).toBe(true)
    }),
    { seed: 1 },
  )
})
