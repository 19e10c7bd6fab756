export interface Clock {
  now(): number
  sleep(milliseconds: number): Promise<void>
}

export const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

export interface Rate {
  readonly calls: number
  readonly milliseconds: number
}

/** Until a source has told its own. */
const UNTOLD: Rate = { calls: 3, milliseconds: 1000 }
const MOST_SOURCES = 1000
/** No source is waited for longer than this between calls, whatever it says. */
const LONGEST_WINDOW_MS = 60_000

/**
 * Keeps the calls to each source within what it allows. Whoever asks for a turn gets one in order; all askers of this
 * process share them.
 */
export class CallRate {
  readonly #clock: Clock
  readonly #rates = new Map<string, Rate>()
  readonly #turns = new Map<string, readonly number[]>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** What a source says that it allows; one that allows none at all is held to the usual. */
  tell(origin: string, rate: Rate) {
    if (!(rate.calls >= 1) || !(rate.milliseconds > 0)) return
    this.#rates.set(origin, {
      calls: Math.min(Math.floor(rate.calls), 1000),
      milliseconds: Math.min(rate.milliseconds, LONGEST_WINDOW_MS),
    })
  }

  /** Waits for the next turn. */
  async turn(origin: string) {
    const { calls, milliseconds } = this.#rates.get(origin) ?? UNTOLD
    const now = this.#clock.now()
    const earlier = (this.#turns.get(origin) ?? []).filter((at) => at > now - milliseconds)
    const start = Math.max(now, earlier.length < calls ? 0 : (earlier.at(-calls) ?? 0) + milliseconds)
    if (!this.#turns.has(origin) && this.#turns.size >= MOST_SOURCES) this.#turns.clear()
    this.#turns.set(origin, [...earlier, start])
    if (start > now) await this.#clock.sleep(start - now)
  }
}
