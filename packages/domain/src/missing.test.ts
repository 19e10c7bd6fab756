import { expect, it } from 'vitest'
import { isLeaderRule, isOutcome, isSex } from './case-fields.ts'
import { isMissingKind, MISSING_KINDS } from './missing.ts'
import { nearest } from './nearest.ts'

it('keeps zero, empty text and null apart from the five kinds of missing', () => {
  expect(MISSING_KINDS.every(isMissingKind)).toBe(true)
  for (const value of [0, '', null, undefined, '0', 'NotAsked']) expect(isMissingKind(value)).toBe(false)
})

it('knows the coded fields of a case and nothing else', () => {
  expect([isSex('women'), isSex('declined'), isSex('kvinnor'), isSex(1)]).toEqual([true, true, false, false])
  expect([isOutcome('granted'), isOutcome('noAnswer')]).toEqual([true, false])
  expect([isLeaderRule('CEO'), isLeaderRule('ceo')]).toEqual([true, false])
})

it('suggests what is nearest, and nothing for what is like nothing', () => {
  expect(nearest('Beslutt', ['Beslag', 'Kön', 'BESLUT'])).toEqual(['BESLUT', 'Beslag'])
  expect(nearest('xyzxyz', ['Falun', 'Mora'])).toEqual([])
})
