import { localeOf } from '@jamvikt/i18n'
import type { Texts } from '@jamvikt/tables'
import type { PublishedEntry } from '../../../statistics/public.ts'
import type { ListedPlan } from '../../model-plans.ts'
import type { Question } from '../question.ts'
import { instant } from '../shown-table.ts'
import { datasetIri, datasetTriples } from './dataset.ts'
import { described, texts } from './describe.ts'
import { planIri, planTriples } from './plan-dataset.ts'
import { iri, literal, type Triple, typed } from './triples.ts'
import { CC0, languageIris, REGIONAL_AUTHORITY, SWEDEN, THEME_TAXONOMY } from './vocabulary.ts'

type Where = Pick<Question, 'site' | 'base' | 'home'>

/**
 * The catalogue of a site as triples: the catalogue, its publisher, each published dataset and plan with its files, and
 * the API as a service. Descriptions of data may be used freely (CC0); the data have the licence of their producer.
 * @param entries the tables that are published
 * @param plans the plans that are
 * @source DCAT-AP 3.0; DCAT-AP-SE 3.0
 * @example turtleOf(catalogueTriples(question, await question.list(), await question.plans()))
 */
export function catalogueTriples(
  where: Where,
  entries: readonly PublishedEntry[],
  plans: readonly ListedPlan[],
): Triple[] {
  const { site, base, home } = where
  const catalogue = `${home}/catalogue`
  const publisher = `${catalogue}#publisher`
  const service = `${base}/v2#service`
  const times = [...entries, ...plans].map(({ publishedAt }) => publishedAt.getTime())
  const latest = times.reduce((a, b) => Math.max(a, b), 0)
  const bothLanguages = (word: (language: 'sv' | 'en') => string): Texts => ({
    sv: word('sv'),
    en: word('en'),
  })
  const title = bothLanguages((language) => localeOf(language).text('open.region', { name: site.name }))
  return [
    ...described(catalogue, 'dcat:Catalog', [
      ['dct:title', texts(title)],
      ['dct:description', texts(bothLanguages((language) => localeOf(language).text('open.lede')))],
      ['dct:publisher', iri(publisher)],
      ['dct:license', iri(CC0)],
      ['dct:language', languageIris(['sv', 'en']).map(iri)],
      ['dct:spatial', iri(SWEDEN)],
      ['foaf:homepage', iri(home)],
      ['dcat:themeTaxonomy', iri(THEME_TAXONOMY)],
      ['dct:modified', latest === 0 ? [] : typed(instant(new Date(latest)), 'dateTime')],
      [
        'dcat:dataset',
        [
          ...entries.map((entry) => iri(datasetIri(where, entry))),
          ...plans.map((plan) => iri(planIri(where, plan))),
        ],
      ],
      ['dcat:service', iri(service)],
    ]),
    ...described(publisher, 'foaf:Agent', [
      ['foaf:name', literal(site.name)],
      ['dct:type', iri(REGIONAL_AUTHORITY)],
      ['foaf:homepage', iri(home)],
    ]),
    ...described(service, 'dcat:DataService', [
      ['dct:title', literal(`PxWebApi 2: ${site.name}`)],
      ['dct:description', texts(bothLanguages((language) => localeOf(language).text('open.api.text')))],
      ['dct:publisher', iri(publisher)],
      ['dcat:endpointURL', iri(`${base}/v2`)],
      ['dcat:endpointDescription', iri(`${base}/v2/openapi.json`)],
      ['dct:conformsTo', iri('https://github.com/PxTools/PxApiSpecs')],
      ['dcat:landingPage', iri(home)],
      ['dcat:servesDataset', entries.map((entry) => iri(datasetIri(where, entry)))],
    ]),
    ...entries.flatMap((entry) => datasetTriples(where, entry, { publisher, service })),
    ...plans.flatMap((plan) => planTriples(where, plan, publisher)),
  ]
}
