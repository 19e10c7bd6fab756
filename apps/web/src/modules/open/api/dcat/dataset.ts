import { isLanguage, localeOf } from '@jamvikt/i18n'
import type { TableParts, Texts } from '@jamvikt/tables'
import type { PublishedEntry } from '../../../statistics/public.ts'
import type { Question } from '../question.ts'
import { MAX_CELLS, periodsOf } from '../selection.ts'
import { instant, shownParts } from '../shown-table.ts'
import { described, texts } from './describe.ts'
import { daysOf } from './period.ts'
import { iri, literal, type Term, type Triple, typed } from './triples.ts'
import {
  CATALOGUE_FORMATS,
  type CatalogueFormat,
  COMPLETED,
  frequencyOf,
  languageIris,
  licenceIri,
  PUBLIC,
  spatialOf,
  themesOf,
} from './vocabulary.ts'

type Where = Pick<Question, 'site' | 'base' | 'home'>

/** How far apart periods lie, by unit. */
const RESOLUTIONS: Readonly<Record<string, string>> = {
  year: 'P1Y',
  'half-year': 'P6M',
  quarter: 'P3M',
  month: 'P1M',
  week: 'P7D',
  day: 'P1D',
}

/** The name of a dataset: that of its page, with a mark. */
export function datasetIri({ home }: Where, { dataset }: PublishedEntry): string {
  return `${home}/${dataset.slug}#dataset`
}

/** One dataset with its contact, producer, origin, period and files. */
export function datasetTriples(
  where: Where,
  entry: PublishedEntry,
  { publisher, service }: { readonly publisher: string; readonly service: string },
): Triple[] {
  const { dataset, publishedAt, version, notice } = entry
  const parts = shownParts(entry, entry.parts)
  const about = datasetIri(where, entry)
  const page = `${where.home}/${dataset.slug}`
  const own = (part: string) => `${page}#${part}`
  const name = dataset.synthetic ? `${dataset.name} (${localeOf('sv').text('synthetic')})` : dataset.name
  const title: Texts = { ...parts.title, sv: name }
  const periods = periodsOf(parts)
  const [start, end] = [daysOf(periods?.[0] ?? '')?.[0], daysOf(periods?.[1] ?? '')?.[1]]
  const timeUnit = parts.dimensions.find(({ role }) => role === 'time')?.timeUnit
  const resolution = timeUnit === undefined ? undefined : RESOLUTIONS[timeUnit]
  return [
    ...described(about, 'dcat:Dataset', [
      ['dct:title', texts(title)],
      ['dct:description', texts(descriptionOf(entry, title))],
      ['dct:identifier', literal(about)],
      ['dct:publisher', iri(publisher)],
      ['dct:creator', iri(own('producer'))],
      ['dcat:contactPoint', iri(own('contact'))],
      ['dcat:theme', themesOf(dataset.area).map(iri)],
      ['dcat:keyword', keywordsOf(parts)],
      ['dct:accrualPeriodicity', iri(frequencyOf(dataset.rhythm))],
      ['dct:spatial', iri(spatialOf(parts))],
      ['dct:temporal', start === undefined || end === undefined ? [] : iri(own('period'))],
      ['dcat:temporalResolution', resolution === undefined ? [] : typed(resolution, 'duration')],
      ['dct:language', languageIris(parts.languages).map(iri)],
      ['dct:accessRights', iri(PUBLIC)],
      ['dcat:landingPage', iri(page)],
      ['dct:issued', typed(instant(publishedAt), 'dateTime')],
      ['dct:modified', typed(instant(publishedAt), 'dateTime')],
      ['dct:provenance', iri(own('origin'))],
      ['dcat:version', literal(String(version))],
      ['adms:versionNotes', notice === null ? [] : literal(notice, 'sv')],
      ['dcat:distribution', CATALOGUE_FORMATS.map(({ format }) => iri(own(format)))],
    ]),
    ...contactTriples(own('contact'), dataset.contact, where, page),
    ...described(own('producer'), 'foaf:Agent', [['foaf:name', literal(dataset.source.producer)]]),
    ...described(own('origin'), 'dct:ProvenanceStatement', [
      ['rdfs:label', texts(parts.notes?.at(-1)?.text)],
    ]),
    ...(start === undefined || end === undefined
      ? []
      : described(own('period'), 'dct:PeriodOfTime', [
          ['dcat:startDate', typed(start, 'date')],
          ['dcat:endDate', typed(end, 'date')],
        ])),
    ...licenceTriples(own('licence'), dataset.licence),
    ...CATALOGUE_FORMATS.flatMap((format) =>
      distributionTriples(own(format.format), where, entry, format, { page, service, title }),
    ),
  ]
}

function distributionTriples(
  about: string,
  { base }: Where,
  { dataset, publishedAt, parts, cells }: PublishedEntry,
  { format, title, fileType, mediaType, conformsTo }: CatalogueFormat,
  rest: { readonly page: string; readonly service: string; readonly title: Texts },
): Triple[] {
  const query = new URLSearchParams({ lang: parts.languages.find(isLanguage) ?? 'sv', outputFormat: format })
  for (const { id } of parts.dimensions) query.set(`valueCodes[${id}]`, '*')
  const file = `${base}/v2/tables/${dataset.slug}/data?${query}`
  // A table with more cells than one answer may have is fetched in parts.
  const isWhole = cells <= MAX_CELLS
  const titles = Object.fromEntries(
    Object.entries(rest.title).map(([key, text]) => [key, `${text} – ${title}`]),
  )
  return [
    ...described(about, 'dcat:Distribution', [
      ['dct:title', texts(titles)],
      ['dcat:accessURL', iri(isWhole ? file : rest.page)],
      ['dcat:downloadURL', isWhole ? iri(file) : []],
      ['dcat:accessService', iri(rest.service)],
      ['dct:format', fileType === null ? [] : iri(fileType)],
      ['dcat:mediaType', iri(mediaType)],
      ['dct:license', iri(licenceIri(dataset.licence) ?? `${rest.page}#licence`)],
      ['adms:status', iri(COMPLETED)],
      ['dct:issued', typed(instant(publishedAt), 'dateTime')],
      ['dct:modified', typed(instant(publishedAt), 'dateTime')],
      ['dct:language', languageIris(parts.languages).map(iri)],
      ['dct:conformsTo', conformsTo === null ? [] : iri(conformsTo)],
    ]),
  ]
}

/** A licence that has no address of its own is told in words. */
function licenceTriples(about: string, licence: string): Triple[] {
  return licenceIri(licence) !== null
    ? []
    : described(about, 'dct:LicenseDocument', [['dct:title', literal(licence)]])
}

function contactTriples(about: string, contact: string, { site }: Where, page: string): Triple[] {
  const [mail] = /[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:]+/.exec(contact.slice(0, 500)) ?? []
  return described(about, 'vcard:Organization', [
    ['vcard:fn', literal(contact === '' ? site.name : contact)],
    ['vcard:hasEmail', mail === undefined ? [] : iri(`mailto:${mail}`)],
    ['vcard:hasURL', iri(page)],
  ])
}

/** A description in each language of the title: the region’s own is Swedish. The title where nothing else is said. */
function descriptionOf({ dataset, parts }: PublishedEntry, title: Texts): Texts {
  return Object.fromEntries(
    Object.entries(title).map(([language, text]) => [
      language,
      (language === 'sv' && dataset.description) || parts.description?.[language] || text,
    ]),
  )
}

/** The names of the variables, which are what people search for. */
function keywordsOf({ dimensions, subject }: TableParts): Term[] {
  return [...dimensions.map(({ label }) => label), subject?.label].flatMap(texts)
}
