import { COUNTIES, MISSING_KINDS, type MissingKind, MUNICIPALITIES } from '@jamvikt/domain'
import { localeOf } from '@jamvikt/i18n'
import type { MicroCategory, MicroDimension } from '../model-micro.ts'
import { IntakeRefusedError } from './refused.ts'

const MOST_CODES = 5000
const LONGEST_CODE = 200
const PLACES: ReadonlyMap<string, string> = new Map(
  [...COUNTIES, ...MUNICIPALITIES].map(({ code, name }): [string, string] => [code, name]),
)
const TIME = /^(år|ar|year|tid|time|period)$/i
const WOMEN = { sv: 'kvinnor', en: 'women' }
const MEN = { sv: 'män', en: 'men' }
const SEX_LABELS: ReadonlyMap<string, { sv: string; en: string }> = new Map([
  ['k', WOMEN],
  ['kvinna', WOMEN],
  ['kvinnor', WOMEN],
  ['m', MEN],
  ['man', MEN],
  ['män', MEN],
])

/** Gathers the codes of a dimension as they come; a kind of missing is a category of its own, apart from all texts. */
export class DimensionCodes {
  readonly #name: string
  readonly #places = new Map<string | MissingKindOf, number>()
  readonly #rows: number[] = []

  constructor(name: string) {
    this.#name = name
  }

  /** The place of a text. @throws IntakeRefusedError `too-many-codes`, `code-too-long` */
  placeOf(text: string, row: number): number {
    if (text.length > LONGEST_CODE) throw new IntakeRefusedError('code-too-long', { row, column: this.#name })
    return this.#place(text, row)
  }

  placeOfMissing(kind: MissingKind, row: number): number {
    return this.#place(MISSING[kind], row)
  }

  #place(key: string | MissingKindOf, row: number): number {
    const known = this.#places.get(key)
    if (known !== undefined) {
      this.#rows[known] = (this.#rows[known] ?? 0) + 1
      return known
    }
    const place = this.#places.size
    if (place >= MOST_CODES) throw new IntakeRefusedError('too-many-codes', { row, column: this.#name })
    this.#places.set(key, place)
    this.#rows.push(1)
    return place
  }

  /**
   * The dimension with its categories in order, what is missing last, and for each place handed out the place in that
   * order: what the file's rows came in does not matter.
   */
  finish(): { readonly dimension: MicroDimension; readonly order: Uint16Array } {
    const texts = [...this.#places.keys()].filter((key) => typeof key === 'string')
    const sorted = texts.sort((a, b) => localeOf('sv').compare(a, b) || (a < b ? -1 : 1))
    const taken = new Set(sorted)
    const labelOf = labelsFor(sorted)
    const missing = MISSING_KINDS.filter((kind) => this.#places.has(MISSING[kind]))
    const rowsOf = (key: string | MissingKindOf) => this.#rows[this.#places.get(key) ?? 0] ?? 0
    const categories = [
      ...sorted.map(
        (code): MicroCategory => ({
          code,
          rows: rowsOf(code),
          label: labelOf(code),
          missing: null,
        }),
      ),
      ...missing.map((kind): MicroCategory => {
        const label = { sv: MISSING_LABELS.sv(kind), en: MISSING_LABELS.en(kind) }
        return { code: freeCode(kind, taken), rows: rowsOf(MISSING[kind]), label, missing: kind }
      }),
    ]
    const order = new Uint16Array(this.#places.size)
    for (const [at, key] of [...sorted, ...missing.map((kind) => MISSING[kind])].entries())
      order[this.#places.get(key) ?? 0] = at
    return { dimension: { name: this.#name, role: roleOf(this.#name, sorted), categories }, order }
  }
}

interface MissingKindOf {
  readonly kind: MissingKind
}
/** One object a kind: no text of a file is equal to it. */
const MISSING: Readonly<Record<MissingKind, MissingKindOf>> = {
  notAsked: { kind: 'notAsked' },
  noAnswer: { kind: 'noAnswer' },
  declined: { kind: 'declined' },
  notApplicable: { kind: 'notApplicable' },
  withheld: { kind: 'withheld' },
}
const MISSING_LABELS = {
  sv: (kind: MissingKind) => localeOf('sv').text(`micro.missing.${kind}`),
  en: (kind: MissingKind) => localeOf('en').text(`micro.missing.${kind}`),
}

function freeCode(wanted: string, taken: Set<string>): string {
  let code = wanted
  while (taken.has(code)) code = `${code}_`
  taken.add(code)
  return code
}

function isPlaces(codes: readonly string[]): boolean {
  return codes.length > 0 && codes.filter((code) => PLACES.has(code)).length / codes.length > 0.9
}

function roleOf(name: string, codes: readonly string[]): MicroDimension['role'] {
  if (TIME.test(name) && codes.every((code) => /^\d{4}([MKQ-]\w{1,2})?$/.test(code))) return 'time'
  return isPlaces(codes) ? 'geo' : 'classification'
}

/** Names of places by their official codes, of sexes by their letters; all else is called what it says. */
function labelsFor(codes: readonly string[]): (code: string) => MicroCategory['label'] {
  if (isPlaces(codes)) {
    return (code) => {
      const name = PLACES.get(code) ?? code
      return { sv: name, en: name }
    }
  }
  const sexes = codes.filter((code) => SEX_LABELS.has(code.toLowerCase()))
  const others = codes.filter((code) => !SEX_LABELS.has(code.toLowerCase()))
  // A size is K, M and L: letters are sexes where nothing but another word stands beside them.
  const isSex = sexes.length === 2 && others.length <= 1 && others.every((code) => code.length > 1)
  return (code) => (isSex ? SEX_LABELS.get(code.toLowerCase()) : undefined) ?? { sv: code, en: code }
}
