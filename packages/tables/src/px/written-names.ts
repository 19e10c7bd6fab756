import type { StatTable, Texts } from '../stat/stat-table.ts'
import { ValueNames } from './value-names.ts'

/**
 * What variables and values are called in a file, language by language. A file tells variables apart by their names
 * alone: what shares its label with one before it, or has none, is called by its id as well.
 */
export class WrittenNames {
  readonly main: string
  readonly #table: StatTable
  readonly #variables = new Map<string, readonly string[]>()
  readonly #values = new Map<string, ValueNames>()

  constructor(table: StatTable) {
    this.#table = table
    this.main = table.languages[0] ?? ''
    for (const language of table.languages) this.#variables.set(language, this.#namesIn(language))
  }

  /** Whether variables have names of their own in a language; those of the main one always do. */
  hasVariables(language: string): boolean {
    return language === this.main || this.#table.dimensions.some(({ label }) => label[language] !== undefined)
  }

  /** Whether a variable’s values have. */
  hasValues(at: number, language: string): boolean {
    const { categories } = this.#table.dimensions[at] ?? { categories: [] }
    return language === this.main || categories.some(({ label }) => label[language] !== undefined)
  }

  /** The languages in which variables have names. */
  get languages(): string[] {
    return this.#table.languages.filter((language) => this.hasVariables(language))
  }

  variables(language: string): readonly string[] {
    return this.#variables.get(language) ?? this.#variables.get(this.main) ?? []
  }

  variable(at: number, language: string): string {
    return this.variables(language)[at] ?? ''
  }

  labels(at: number, language: string): string[] {
    const { categories } = this.#table.dimensions[at] ?? { categories: [] }
    return categories.map(({ code, label }) => label[language] ?? label[this.main] ?? code)
  }

  /** The name by which keys find a value. */
  value(at: number, value: number, language: string): string {
    return this.#valueNames(at, language).nameOf(value)
  }

  /** Whether a key names a value. */
  knowsValue(at: number, name: string, language: string): boolean {
    return this.#valueNames(at, language).byLabel(name) !== undefined
  }

  #valueNames(at: number, language: string): ValueNames {
    const id = `${at} ${language}`
    const known = this.#values.get(id)
    if (known !== undefined) return known
    const codes = (this.#table.dimensions[at]?.categories ?? []).map(({ code }) => code)
    const names = new ValueNames(codes, this.labels(at, language))
    this.#values.set(id, names)
    return names
  }

  #namesIn(language: string): readonly string[] {
    const used = new Set<string>()
    return this.#table.dimensions.map(({ id, label }) => {
      const own = (this.hasVariables(language) ? label[language] : undefined) ?? label[this.main] ?? ''
      const wanted = own === '' ? id : own
      const name = used.has(wanted) ? `${wanted} (${id})` : wanted
      used.add(name)
      return name
    })
  }
}

/** A text’s languages that the table has, the main one first. */
export function languagesOf(table: StatTable, texts: Texts | undefined): string[] {
  return texts === undefined ? [] : table.languages.filter((language) => texts[language] !== undefined)
}
