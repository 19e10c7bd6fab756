/** Calls that one address may make within the window. */
export const MAX_CALLS = 30
export const WINDOW_SECONDS = 10

/** Addresses remembered at most; beyond that the one that has been silent longest is forgotten. */
const MOST_ADDRESSES = 10_000

/**
 * Counts calls by address in a window that slides. Memory is bounded: times of at most `calls` calls for each of at
 * most `addresses` addresses. A refused call is not counted.
 * @example new RateLimit().secondsToWait('192.0.2.1', Date.now()) // 0
 */
export class RateLimit {
  readonly #calls: number
  readonly #windowMs: number
  readonly #addresses: number
  readonly #times = new Map<string, number[]>()

  constructor(calls = MAX_CALLS, windowSeconds = WINDOW_SECONDS, addresses = MOST_ADDRESSES) {
    this.#calls = calls
    this.#windowMs = windowSeconds * 1000
    this.#addresses = addresses
  }

  /**
   * Counts a call, if it may be made now.
   * @param address of the caller; of IPv6 the network counts
   * @param nowMs milliseconds of a clock that does not go back
   * @returns 0, or the whole seconds after which it may be made
   */
  secondsToWait(address: string, nowMs: number): number {
    const network = networkOf(address)
    const recent = (this.#times.get(network) ?? []).filter((time) => time > nowMs - this.#windowMs)
    this.#times.delete(network)
    this.#times.set(network, recent)
    const [oldest = nowMs] = recent
    if (recent.length >= this.#calls) return Math.max(1, Math.ceil((oldest + this.#windowMs - nowMs) / 1000))
    recent.push(nowMs)
    for (const silent of this.#times.keys()) {
      if (this.#times.size <= this.#addresses) break
      this.#times.delete(silent)
    }
    return 0
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#times.size
  }
}

/** Whoever has an IPv6 address has the other 2⁶⁴ of its network as well: its first four groups stand for all. */
function networkOf(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [before = '', after] = address.split('::')
  const groups = before === '' ? [] : before.split(':')
  const behind = after === undefined || after === '' ? [] : after.split(':')
  const zeros = after === undefined ? 0 : Math.max(0, 8 - groups.length - behind.length)
  return [...groups, ...new Array<string>(zeros).fill('0'), ...behind].slice(0, 4).join(':')
}
