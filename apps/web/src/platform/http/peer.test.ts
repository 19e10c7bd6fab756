import { expect, test } from 'vitest'
import { peerAddress } from './peer.ts'

test('without a proxy nobody can give another address than the connection’s', () => {
  expect(peerAddress('192.0.2.1', '198.51.100.7', 0)).toBe('192.0.2.1')
})

test('behind a proxy the address that it heard from counts, not what the visitor wrote before it', () => {
  expect(peerAddress('10.0.0.2', '203.0.113.9, 198.51.100.7', 1)).toBe('198.51.100.7')
  expect(peerAddress('10.0.0.2', '203.0.113.9, 198.51.100.7, 10.0.0.3', 2)).toBe('198.51.100.7')
  expect(peerAddress('10.0.0.2', '2001:db8::1', 1)).toBe('2001:db8::1')
})

test('a header that is missing, short or no address leaves the connection’s', () => {
  for (const forwarded of [undefined, '', 'unknown', '198.51.100.7:1234', ',', '<script>'])
    expect(peerAddress('10.0.0.2', forwarded, 1)).toBe('10.0.0.2')
  expect(peerAddress('10.0.0.2', '198.51.100.7', 2)).toBe('10.0.0.2')
})
