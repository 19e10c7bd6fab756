import { assertReleased, type ReleasedTable } from '@jamvikt/disclosure'
import { isLanguage, type Language, localeOf } from '@jamvikt/i18n'
import {
  CELL_STATES,
  type Note,
  partsOf,
  type StatTable,
  type TableParts,
  type Texts,
  textOf,
} from '@jamvikt/tables'
import type { PublishedContent } from '../../statistics/public.ts'

/** A published table as its programs get it, and the release that lets it out. */
export interface ShownTable {
  readonly released: ReleasedTable<PublishedContent>
  readonly content: PublishedContent
  readonly table: StatTable
}

/**
 * A published table with what belongs to it in every format: its address as id, when it was published, who produced it,
 * under which licence, and what must be known of it.
 * @example shownTable(released).table.id // 'loner-efter-kon'
 */
export function shownTable(released: ReleasedTable<PublishedContent>): ShownTable {
  assertReleased(released)
  const content = released.payload
  const { values, states } = content.table
  return { released, content, table: { ...shownParts(content, partsOf(content.table)), values, states } }
}

/**
 * The same of all but the cells. Invented data say so in the title and in a note that must be shown. That a dimension
 * may be left out is told only where one of its values then stands for all: figures are not summed, for they may be
 * shares or medians.
 * @param content what was published; the list has it without the table
 */
export function shownParts(content: Omit<PublishedContent, 'table'>, parts: TableParts): TableParts {
  const { dataset } = content
  const { languages } = parts
  const say = (word: (language: Language) => string) => inEach(languages, word)
  const title = (language: string) => textOf(parts.title, language, languages) || dataset.name
  const { notes: _, ...rest } = parts
  return {
    ...rest,
    id: dataset.slug,
    title: Object.fromEntries(
      languages.map((language) => [
        language,
        dataset.synthetic ? `${title(language)} (${wordsOf(language).text('synthetic')})` : title(language),
      ]),
    ),
    ...(dataset.description === '' || parts.description !== undefined
      ? {}
      : { description: say(() => dataset.description) }),
    source: parts.source ?? say(() => dataset.source.producer),
    ...(dataset.contact === '' ? {} : { contact: say(() => dataset.contact) }),
    subject: {
      code: dataset.area,
      label: say((language) => localeOf(language).text(`stat.area.${dataset.area}`)),
    },
    licence: dataset.licence,
    updated: instant(content.publishedAt),
    notes: notesOf(content, parts, say),
    dimensions: parts.dimensions.map(({ elimination, ...dimension }) =>
      elimination?.total == null ? dimension : { ...dimension, elimination },
    ),
  }
}

/** An address without what may hold keys of its own. */
function withoutQuery(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const { origin, pathname } = new URL(address)
  return origin + pathname
}

function notesOf(
  { dataset, notice, provenance }: Omit<PublishedContent, 'table'>,
  parts: TableParts,
  say: (word: (language: Language) => string) => Texts,
): Note[] {
  const origin = (language: Language) => {
    const locale = localeOf(language)
    const { sourceUpdated, address } = provenance
    return [
      `${locale.text('stat.why.source')}: ${[dataset.source.producer, withoutQuery(address)].filter(Boolean).join(', ')}`,
      `${locale.text('stat.why.fetched')}: ${provenance.fetchedAt.slice(0, 10)}`,
      ...(sourceUpdated === null
        ? []
        : [`${locale.text('stat.why.sourceUpdated')}: ${sourceUpdated.slice(0, 10)}`]),
    ].join('. ')
  }
  const mark = { text: say((language) => localeOf(language).text('synthetic')), mandatory: true }
  return [
    ...(dataset.synthetic ? [mark] : []),
    ...(notice === null ? [] : [{ text: say(() => notice), mandatory: true }]),
    ...(parts.notes ?? []),
    { text: say(origin), mandatory: false },
  ]
}

/** The same table with a note on each sign that stands among its figures. */
export function withSigns(table: StatTable): StatTable {
  const found = new Set(table.states)
  const signs = CELL_STATES.flatMap((state, at): Note[] =>
    state === 'value' || state === 'nil' || !found.has(at)
      ? []
      : [
          {
            text: inEach(table.languages, (language) => localeOf(language).text(`stat.sign.${state}`)),
            mandatory: false,
          },
        ],
  )
  return signs.length === 0 ? table : { ...table, notes: [...(table.notes ?? []), ...signs] }
}

/** A moment as the API writes it: ISO 8601 in UTC, whole seconds. */
export function instant(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`
}

/**
 * The language that a table answers in: the one asked for, or its main one.
 * @example languageOf({ languages: ['sv'] }, 'en') // 'sv'
 */
export function languageOf({ languages }: Pick<TableParts, 'languages'>, asked: Language): string {
  return languages.includes(asked) ? asked : (languages[0] ?? asked)
}

function inEach(languages: readonly string[], word: (language: Language) => string): Texts {
  return Object.fromEntries(languages.map((each) => [each, word(isLanguage(each) ? each : 'sv')]))
}

function wordsOf(language: string) {
  return localeOf(isLanguage(language) ? language : 'sv')
}
