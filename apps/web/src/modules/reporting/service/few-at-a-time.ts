/** Lets work be done a few at a time; the rest waits its turn. */
export class FewAtATime {
  readonly #atOnce: number
  readonly #mostWaiting: number
  readonly #waiting: (() => void)[] = []
  #underWay = 0

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce
    this.#mostWaiting = mostWaiting
  }

  /** @returns what the work does, or `busy` where too much waits already */
  async run<T>(work: () => Promise<T>): Promise<T | 'busy'> {
    if (this.#underWay < this.#atOnce) this.#underWay += 1
    else if (this.#waiting.length >= this.#mostWaiting) return 'busy'
    // Whoever is done gives its place to the next.
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#underWay -= 1
      else next()
    }
  }
}
