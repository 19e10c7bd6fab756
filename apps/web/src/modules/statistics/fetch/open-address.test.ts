import { describe, expect, it } from 'vitest'
import { checkAddress, isOpenIp } from './open-address.ts'

const CLOSED = [
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.0.9', '169.254.169.254'],
  ...[
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
  ],
  ...['224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '2001:db8::1', '::ffff:127.0.0.1'],
  ...['::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', '100::1', 'fec0::1', '3fff::1'],
  ...['localhost', '', '1.2.3', '0x7f000001', '::1%lo'],
]
const OPEN = [
  '8.8.8.8',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '193.10.0.1',
  '2a00:1::1',
]

describe('an address', () => {
  it.each(CLOSED)('%s is not of the open internet', (ip) => expect(isOpenIp(ip)).toBe(false))
  it.each(OPEN)('%s is of the open internet', (ip) => expect(isOpenIp(ip)).toBe(true))
})

const hosts: Readonly<Record<string, readonly string[]>> = {
  'open.example': ['193.10.0.1', '2a00:1::1'],
  'inside.example': ['10.0.0.5'],
  'both.example': ['193.10.0.1', '127.0.0.1'],
  'nobody.example': [],
  localhost: ['127.0.0.1', '::1'],
}
const resolve = async (host: string) => {
  const found = hosts[host]
  if (found === undefined) throw new Error('ENOTFOUND')
  return found
}
const strict = { localhost: false, resolve }
const trial = { localhost: true, resolve }

async function verdict(address: string, rules = strict) {
  const checked = await checkAddress(address, rules)
  return checked.ok ? checked.ips : checked.reason
}

describe('before anything is sent, an address', () => {
  it('of the open internet gives the addresses to connect to', async () => {
    expect(await verdict('https://open.example/a.px#x')).toEqual(['193.10.0.1', '2a00:1::1'])
    expect(await verdict('https://193.10.0.1:8443/')).toEqual(['193.10.0.1'])
  })

  it.each([
    ['https://inside.example/', 'address-private'],
    ['https://both.example/', 'address-private'],
    ['https://169.254.169.254/latest/meta-data', 'address-private'],
    ['https://2130706433/', 'address-private'],
    ['https://0x7f.1/', 'address-private'],
    ['https://[::1]/', 'address-private'],
    ['https://[::ffff:10.0.0.1]/', 'address-private'],
    ['https://localhost/', 'address-private'],
    ['https://localhost./', 'address-private'],
    ['https://nobody.example/', 'host-unknown'],
    ['https://unheard.example/', 'host-unknown'],
    ['http://open.example/', 'address-not-https'],
    ['http://localhost/', 'address-not-https'],
    ['file:///etc/passwd', 'address-invalid'],
    ['gopher://open.example/', 'address-not-https'],
    ['https://me:secret@open.example/', 'address-invalid'],
    ['https://open.example:22/', 'address-port'],
    ['open.example', 'address-invalid'],
    [`https://open.example/${'a'.repeat(5000)}`, 'address-invalid'],
  ])('%s is refused: %s', async (address, reason) => expect(await verdict(address)).toBe(reason))

  it('a trial lets this machine through, and no other closed one', async () => {
    expect(await verdict('http://localhost:4000/', trial)).toEqual(['127.0.0.1', '::1'])
    expect(await verdict('http://127.0.0.1:4000/', trial)).toEqual(['127.0.0.1'])
    expect(await verdict('http://10.0.0.1:4000/', trial)).toBe('address-not-https')
    expect(await verdict('https://10.0.0.1/', trial)).toBe('address-private')
    expect(await verdict('https://both.example/', trial)).toBe('address-private')
  })
})
