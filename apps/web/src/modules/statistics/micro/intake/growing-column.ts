const FIRST = 4096

/** Whole places of codes, one a row, for rows whose number is not known beforehand. */
export class GrowingCodes {
  #held = new Uint16Array(FIRST)
  #length = 0

  push(code: number) {
    if (this.#length === this.#held.length) {
      const wider = new Uint16Array(2 * this.#length)
      wider.set(this.#held)
      this.#held = wider
    }
    this.#held[this.#length++] = code
  }

  values(): Uint16Array {
    return this.#held.subarray(0, this.#length)
  }
}

/** Figures, one a row; NaN stands for one that is missing. */
export class GrowingFigures {
  #held = new Float64Array(FIRST)
  #length = 0

  push(figure: number) {
    if (this.#length === this.#held.length) {
      const wider = new Float64Array(2 * this.#length)
      wider.set(this.#held)
      this.#held = wider
    }
    this.#held[this.#length++] = figure
  }

  values(): Float64Array {
    return this.#held.subarray(0, this.#length)
  }
}
