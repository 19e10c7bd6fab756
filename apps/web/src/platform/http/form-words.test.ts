import { expect, test } from 'vitest'
import { wordOf } from './form-words.ts'

test('what fits a field as the browser counts it is kept whole, however its lines are sent', () => {
  const form = new FormData()
  form.set('reason', 'rad\r\n'.repeat(10).trimEnd())
  const asCounted = 'rad\n'.repeat(10).trimEnd()
  expect(wordOf(form, 'reason', asCounted.length)).toBe(asCounted)
  expect(wordOf(form, 'reason', 3)).toBe('rad')
  expect(wordOf(form, 'other', 3)).toBe('')
})
