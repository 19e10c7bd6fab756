import { localeOf } from '@jamvikt/i18n'
import type { Texts } from '@jamvikt/tables'
import type { ListedPlan } from '../../model-plans.ts'
import type { Question } from '../question.ts'
import { instant } from '../shown-table.ts'
import { described, texts } from './describe.ts'
import { iri, literal, type Triple, typed } from './triples.ts'
import {
  CC0,
  COMPLETED,
  languageIris,
  PLAN_FILES,
  PLAN_THEMES,
  PUBLIC,
  SWEDEN,
  UNPLANNED,
} from './vocabulary.ts'

type Where = Pick<Question, 'site' | 'home'>

/** The name of a plan’s dataset: that of its page, with a mark. */
export function planIri({ home }: Where, { slug }: ListedPlan): string {
  return `${home}/plans/${slug}#dataset`
}

/** An adopted plan as a dataset with its files. Who decided it, when, and under what number is its origin. */
export function planTriples(where: Where, plan: ListedPlan, publisher: string): Triple[] {
  const about = planIri(where, plan)
  const page = `${where.home}/plans/${plan.slug}`
  const own = (part: string) => `${page}#${part}`
  const [sv, en] = [localeOf('sv').text, localeOf('en').text]
  const title = plan.synthetic ? `${plan.name} (${sv('synthetic')})` : plan.name
  const { decision } = plan
  const at = typed(instant(plan.publishedAt), 'dateTime')
  return [
    ...described(about, 'dcat:Dataset', [
      ['dct:title', literal(title, 'sv')],
      [
        'dct:description',
        texts({ sv: [plan.lede, sv('open.plan.data')].join(' ').trim(), en: en('open.plan.data') }),
      ],
      ['dct:identifier', literal(about)],
      ['dct:publisher', iri(publisher)],
      ['dct:creator', iri(publisher)],
      ['dcat:contactPoint', iri(own('contact'))],
      ['dcat:theme', PLAN_THEMES.map(iri)],
      [
        'dcat:keyword',
        (['open.plan.keyword.equality', 'open.plan.keyword.growth'] as const).flatMap((key) =>
          texts({ sv: sv(key), en: en(key) }),
        ),
      ],
      ['dct:accrualPeriodicity', iri(UNPLANNED)],
      ['dct:spatial', iri(SWEDEN)],
      ['dct:temporal', iri(own('period'))],
      ['dct:language', languageIris(['sv']).map(iri)],
      ['dct:accessRights', iri(PUBLIC)],
      ['dcat:landingPage', iri(page)],
      ['dct:issued', at],
      ['dct:modified', at],
      ['dct:provenance', iri(own('origin'))],
      ['dcat:version', literal(String(plan.version))],
      ['dcat:distribution', PLAN_FILES.map(({ file }) => iri(own(file)))],
    ]),
    ...described(own('contact'), 'vcard:Organization', [
      ['vcard:fn', literal(where.site.name)],
      ['vcard:hasURL', iri(page)],
    ]),
    ...described(own('origin'), 'dct:ProvenanceStatement', [
      ['rdfs:label', literal(`${decision.body}, ${decision.on}, ${decision.diary}`, 'sv')],
    ]),
    ...described(own('period'), 'dct:PeriodOfTime', [
      ['dcat:startDate', typed(plan.startsOn, 'date')],
      ['dcat:endDate', typed(plan.endsOn, 'date')],
    ]),
    ...PLAN_FILES.flatMap(({ file, fileType, mediaType, conformsTo }) => {
      const name = (language: 'sv' | 'en') =>
        `${title} – ${localeOf(language).text(`open.plan.file.${file}`)}`
      const titles: Texts = { sv: name('sv'), en: name('en') }
      return described(own(file), 'dcat:Distribution', [
        ['dct:title', texts(titles)],
        ['dcat:accessURL', iri(page)],
        ['dcat:downloadURL', iri(`${page}/${file}`)],
        ['dct:format', iri(fileType)],
        ['dcat:mediaType', iri(mediaType)],
        ['dct:license', iri(CC0)],
        ['adms:status', iri(COMPLETED)],
        ['dct:issued', at],
        ['dct:modified', at],
        ['dct:language', languageIris(['sv']).map(iri)],
        ['dct:conformsTo', conformsTo === null ? [] : iri(conformsTo)],
      ])
    }),
  ]
}
