import { defined, someOf } from '../stat/defined.ts'
import type { Category, DimensionRole, Note, StatDimension } from '../stat/stat-table.ts'
import { TIME_UNITS } from '../stat/stat-table.ts'
import { type DecimalsElsewhere, MEASURE_EXTENSIONS, readMeasure, restOfUnits } from './category-measures.ts'
import { textIn } from './frame.ts'
import type { JsonObject, JsonPart } from './json-part.ts'
import { readNotes } from './notes.ts'
import { timeUnitOf } from './time-unit.ts'

/** How PxWeb names the ways to show values. */
export const SHOW_WORDS: ReadonlyMap<string, NonNullable<StatDimension['show']>> = new Map([
  ['code', 'code'],
  ['value', 'label'],
  ['code_value', 'code-label'],
  ['value_code', 'label-code'],
])

const CATEGORY_MEMBERS = ['index', 'label', 'note', 'child']
const EXTENSIONS = [
  ...['elimination', 'eliminationValueCode', 'noteMandatory', 'categoryNoteMandatory', 'show'],
  ...['map', 'domain', 'timeUnit'],
]

export interface DimensionRead {
  readonly dimension: StatDimension
  /** What has no place in a dimension, in the shape of the document. */
  readonly rest: JsonObject | undefined
}

/**
 * Reads one dimension of JSON-stat 1.x or 2.0 with PxWeb’s `extension`. The order of the codes is that of
 * `category.index`; a category without a label is labelled by its code. An elimination total that is not among the
 * codes is left out: the answer then does not hold it.
 * @throws StatRefusedError `member-missing`, `member-wrong-type`, `values-do-not-match` (places that are no order)
 */
export function readDimension(
  id: string,
  part: JsonPart,
  role: DimensionRole,
  language: string,
  elsewhere: DecimalsElsewhere,
): DimensionRead {
  const category = part.member('category')
  const extension = part.member('extension')
  const units = category.member('unit')
  const codes = readCodes(category)
  const isMetric = role === 'metric'
  const mandatory = extension.member('categoryNoteMandatory')
  const categories = codes.map(
    (code): Category =>
      defined({
        code,
        label: textIn(language, category.member('label').member(code).textIfAny() ?? code),
        notes: readNotes(category.member('note').member(code), mandatory.member(code), language),
        measure: isMetric ? readMeasure(code, units, extension, language, elsewhere) : undefined,
      }),
  )
  const known = isMetric ? [...EXTENSIONS, ...MEASURE_EXTENSIONS] : EXTENSIONS
  return {
    dimension: {
      id,
      label: textIn(language, part.member('label').textIfAny() ?? id),
      role,
      categories,
      ...fieldsOfDimension(part, extension, codes, role, language),
    },
    rest: someOf({
      ...part.rest(['label', 'note', 'category', 'extension']),
      category: someOf({
        ...category.rest(isMetric ? [...CATEGORY_MEMBERS, 'unit'] : CATEGORY_MEMBERS),
        ...(isMetric ? { unit: restOfUnits(units) } : {}),
      }),
      extension: extension.rest(
        shownAs(extension) === undefined ? known.filter((key) => key !== 'show') : known,
      ),
    }),
  }
}

function fieldsOfDimension(
  part: JsonPart,
  extension: JsonPart,
  codes: readonly string[],
  role: DimensionRole,
  language: string,
) {
  const total = extension.member('eliminationValueCode').textIfAny()
  const mayLeaveOut =
    extension.member('elimination').flagIfAny() && (total === undefined || codes.includes(total))
  const stated = extension.member('timeUnit').textIfAny()
  const timeUnit =
    role === 'time' ? (TIME_UNITS.find((unit) => unit === stated) ?? timeUnitOf(codes)) : undefined
  const notes: readonly Note[] | undefined = readNotes(
    part.member('note'),
    extension.member('noteMandatory'),
    language,
  )
  return defined({
    children: readChildren(part.member('category').member('child')),
    elimination: mayLeaveOut ? { total: total ?? null } : undefined,
    timeUnit,
    map: textIn(language, extension.member('map').textIfAny()),
    domain: textIn(language, extension.member('domain').textIfAny()),
    notes,
    show: shownAs(extension),
  })
}

function shownAs(extension: JsonPart): StatDimension['show'] {
  return SHOW_WORDS.get(extension.member('show').textIfAny() ?? '')
}

/** The codes in their order: a list, an object of places, or the only label where there is no index. */
function readCodes(category: JsonPart): readonly string[] {
  const index = category.member('index')
  if (index.absent) {
    const labels = category.member('label').entries()
    return labels.length === 1 ? labels.map(([code]) => code) : index.refuse('member-missing')
  }
  if (Array.isArray(index.value)) return index.items().map((item) => item.text())
  const places = index.entries()
  const codes = new Array<string | undefined>(places.length).fill(undefined)
  for (const [code, place] of places) {
    const at = place.integer()
    if (at >= places.length || codes[at] !== undefined) place.refuse('values-do-not-match')
    codes[at] = code
  }
  return codes.flatMap((code) => code ?? [])
}

function readChildren(child: JsonPart): StatDimension['children'] {
  if (child.absent) return undefined
  return Object.fromEntries(
    child.entries().map(([parent, parts]) => [parent, parts.items().map((item) => item.text())]),
  )
}
