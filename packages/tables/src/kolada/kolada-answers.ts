import { z } from 'zod'
import { type AnswerInput, type AnswerRead, parseAnswer } from '../pxweb/parse-answer.ts'

const flag = z.boolean().or(
  z
    .int()
    .min(0)
    .max(1)
    .transform((number) => number === 1),
)
const identifier = z.string().min(1)
const period = z.string().min(1).or(z.int().transform(String))
const figure = z.object({
  gender: z.enum(['K', 'M', 'T']),
  value: z.number().nullable(),
  status: z
    .string()
    .nullish()
    .transform((status) => status ?? ''),
  count: z
    .number()
    .nullish()
    .transform((count) => count ?? undefined),
  isdeleted: z
    .boolean()
    .nullish()
    .transform((deleted) => deleted ?? false),
})
const datum = z.object({ kpi: identifier, municipality: identifier, period, values: z.array(figure) })
const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined)
const kpi = z.object({
  id: identifier,
  title: z.string(),
  description: optionalText,
  is_divided_by_gender: flag,
  municipality_type: optionalText,
  auspice: optionalText,
  operating_area: optionalText,
  perspective: optionalText,
  prel_publication_date: optionalText,
  publication_date: optionalText,
  publ_period: z
    .string()
    .or(z.int().transform(String))
    .nullish()
    .transform((text) => text ?? undefined),
  has_ou_data: flag.default(false),
})
const municipality = z.object({ id: identifier, title: z.string(), type: z.string() })

const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    values: z.array(item),
    count: z.int().optional(),
    next_page: optionalText,
  })
const dataPage = pageOf(datum)
const kpiPage = pageOf(kpi)
const municipalityPage = pageOf(municipality)

/** The figures of one KPI in one municipality and period, by sex: K women, M men, T all. */
export type KoladaDatum = Readonly<z.infer<typeof datum>>
/** `municipality_type`: K municipalities, L regions, A both. Dates as Kolada gives them. */
export type KoladaKpi = Readonly<z.infer<typeof kpi>>
/** `type`: K a municipality, L a region (and the nation). */
export type KoladaMunicipality = Readonly<z.infer<typeof municipality>>

/** A page of an answer; `next_page` is the address of the next, if there is one. */
export interface KoladaPage<T> {
  readonly values: readonly T[]
  readonly count?: number | undefined
  readonly next_page?: string | undefined
}

/**
 * Reads a page of figures: `/v2/data/kpi/…/municipality/…/year/…`.
 * @returns the figures; refusals as of `parseAnswer`
 * @source Kolada API version 2, “Query data” (Hypergene/kolada)
 * @example parseKoladaData('{"values": [], "count": 0}')
 */
export function parseKoladaData(input: AnswerInput): AnswerRead<KoladaPage<KoladaDatum>> {
  return parseAnswer(input, dataPage)
}

/**
 * Reads a page of the list of KPIs: `/v2/kpi`.
 * @source Kolada API version 2, “Metadata”
 * @example parseKoladaKpis(await response.text())
 */
export function parseKoladaKpis(input: AnswerInput): AnswerRead<KoladaPage<KoladaKpi>> {
  return parseAnswer(input, kpiPage)
}

/**
 * Reads a page of the list of municipalities and regions: `/v2/municipality`.
 * @source Kolada API version 2, “Metadata”
 * @example parseKoladaMunicipalities('{"values": [{"id": "1440", "title": "Ale", "type": "K"}]}')
 */
export function parseKoladaMunicipalities(input: AnswerInput): AnswerRead<KoladaPage<KoladaMunicipality>> {
  return parseAnswer(input, municipalityPage)
}
