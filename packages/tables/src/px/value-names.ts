/**
 * Finds values by what a file calls them. A label of one value alone names it; what several share, or none has, is
 * looked for among the codes.
 */
export class ValueNames {
  readonly #codes: ReadonlyMap<string, number>
  readonly #labels = new Map<string, number>()
  readonly #shared = new Set<string>()
  readonly #codeList: readonly string[]
  readonly #labelList: readonly string[]

  constructor(codes: readonly string[], labels: readonly string[]) {
    this.#codeList = codes
    this.#labelList = labels
    this.#codes = new Map(codes.map((code, at) => [code, at]))
    for (const [at, label] of labels.entries()) {
      if (this.#labels.has(label)) this.#shared.add(label)
      else this.#labels.set(label, at)
    }
  }

  byLabel(name: string): number | undefined {
    const labelled = this.#labels.get(name)
    if (labelled !== undefined && !this.#shared.has(name)) return labelled
    return this.#codes.get(name) ?? labelled
  }

  byCode(name: string): number | undefined {
    return this.#codes.get(name) ?? this.#labels.get(name)
  }

  /** What to call a value so that it is found again; where neither label nor code is its own, the label. */
  nameOf(at: number): string {
    const label = this.#labelList[at] ?? ''
    const code = this.#codeList[at] ?? ''
    return [label, code].find((name) => name !== EVERY_VALUE && this.byLabel(name) === at) ?? label
  }
}

/** Stands for all values in the keys of notes on cells. */
export const EVERY_VALUE = '*'
