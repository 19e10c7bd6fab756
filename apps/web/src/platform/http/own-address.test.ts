import { expect, it } from 'vitest'
import { ownAddress } from './own-address.ts'

it('keeps an address of the site', () => {
  expect(ownAddress('/r/norr/money?sort=rate')).toBe('/r/norr/money?sort=rate')
})

it.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  'https://evil.example/',
  'evil',
  'javascript:alert(1)',
  '',
  undefined,
])('leads from %j to the start page or stays on the site', (text) => {
  const address = ownAddress(text)
  expect(new URL(address, 'http://site.example').origin).toBe('http://site.example')
  expect(address).not.toMatch(/[\t\n\r]/)
  expect(address.startsWith('//')).toBe(false)
})
