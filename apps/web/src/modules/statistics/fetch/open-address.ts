import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import type { HttpRefusal } from './http-refusal.ts'

/** IPv4 that is not the open internet. Source: IANA IPv4 Special-Purpose Address Registry, multicast and reserved. */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
/** What of 2000::/3 is not: IETF assignments (with Teredo), documentation, 6to4, which carries any IPv4. */
const CLOSED_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
]

const closed = new BlockList()
for (const [net, bits] of CLOSED_V4) closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of CLOSED_V6) closed.addSubnet(net, bits, 'ipv6')
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/**
 * Whether an IP address is one of the open internet: not private, loopback, link-local (and with it the metadata
 * services of clouds), shared (CGNAT), multicast, reserved, a unique local one of IPv6, nor an IPv6 address that
 * carries an IPv4 address within it.
 * @param ip without brackets and zone; what is no address is not open
 * @source IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890)
 * @example isOpenIp('169.254.169.254') // false
 */
export function isOpenIp(ip: string): boolean {
  const version = isIP(ip)
  if (version === 4) return !closed.check(ip, 'ipv4')
  return version === 6 && global6.check(ip, 'ipv6') && !closed.check(ip, 'ipv6')
}

/** Whether an IP address is this machine itself. */
function isLoopbackIp(ip: string): boolean {
  const version = isIP(ip)
  return version !== 0 && loopback.check(ip, version === 4 ? 'ipv4' : 'ipv6')
}

export interface Target {
  readonly url: URL
  /** The checked addresses; the connection goes to one of them and to no other. */
  readonly ips: readonly string[]
}

export interface AddressRules {
  /** Lets `localhost` itself through, also without TLS: for tests and for trying things out. */
  readonly localhost: boolean
  /** All addresses of a host. */
  resolve(host: string): Promise<readonly string[]>
}

/** The addresses of a host as the system tells them. */
export async function resolveHost(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address)
}

const LONGEST = 4000

/**
 * Looks over an address before anything is sent to it, and finds out where it leads.
 * @returns the addresses that may be connected to; `address-invalid` (no address, or one with a password),
 * `address-not-https`, `address-port` (a port below 1024 other than 443), `host-unknown`, or `address-private` where
 * any of the host’s addresses is not of the open internet
 * @example await checkAddress('https://api.scb.se/', rules)
 */
export async function checkAddress(
  address: string,
  rules: AddressRules,
): Promise<({ readonly ok: true } & Target) | HttpRefusal> {
  const refused = (reason: HttpRefusal['reason'], detail = address): HttpRefusal => ({
    ok: false,
    reason,
    detail: detail.slice(0, 200),
  })
  if (address.length > LONGEST || !URL.canParse(address)) return refused('address-invalid')
  const url = new URL(address)
  url.hash = ''
  if (url.username !== '' || url.password !== '' || url.hostname === '')
    return refused('address-invalid', url.host)
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const isLocal = rules.localhost && (host === 'localhost' || isLoopbackIp(host))
  if (url.protocol !== 'https:' && !(isLocal && url.protocol === 'http:')) return refused('address-not-https')
  if (url.port !== '' && Number(url.port) < 1024) return refused('address-port')
  let ips: readonly string[]
  try {
    ips = isIP(host) === 0 ? await rules.resolve(host) : [host]
  } catch {
    return refused('host-unknown', host)
  }
  if (ips.length === 0) return refused('host-unknown', host)
  if (!ips.every((ip) => (isLocal ? isLoopbackIp(ip) : isOpenIp(ip)))) return refused('address-private', host)
  return { ok: true, url, ips }
}
