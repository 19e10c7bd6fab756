import { z } from 'zod'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { type OpenIndicator, openIndicators, regionIndicators } from '../../statistics/public.ts'
import type { PlanTree } from '../rules/tree.ts'

/** An indicator of the catalogue that the plan follows; its figures where everybody may see them. */
export interface Followed {
  readonly id: string
  readonly name: string
  readonly open: OpenIndicator | null
}

/** The catalogue’s indicators that a plan follows, by id; those that are no longer there are left out. */
export async function followedIndicators(
  db: TenantDb,
  tree: PlanTree,
  language: string,
): Promise<ReadonlyMap<string, Followed>> {
  const asked = new Set(tree.all('indicator').flatMap(({ fields }) => fields.catalogue))
  if (asked.size === 0) return new Map()
  const open = new Map(
    (await openIndicators(db, new Date(), language)).map((one) => [one.measured.indicator.id, one]),
  )
  const known = (await regionIndicators(db)).filter(({ id }) => asked.has(id))
  return new Map(known.map(({ id, name }) => [id, { id, name, open: open.get(id) ?? null }]))
}

const FIGURE_STATES = [
  'value',
  'nil',
  'unavailable',
  'notApplicable',
  'withheld',
  'noAnswer',
  'declined',
  'notAsked',
] as const
const figureSchema = z.object({ value: z.number().nullable(), state: z.enum(FIGURE_STATES) })

/** The latest figures of an indicator of the catalogue, in words and numbers alone, with the version that they are from. */
export const latestFigureSchema = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  period: z.string(),
  decimals: z.number(),
  women: figureSchema.nullable(),
  men: figureSchema.nullable(),
  all: figureSchema.nullable(),
  dataset: z.string(),
  producer: z.string(),
  version: z.number(),
  fetchedAt: z.string(),
})
export type LatestFigure = z.infer<typeof latestFigureSchema>

/** The latest figures of the catalogue’s indicators that a plan follows, where everybody may see them. */
export async function latestFigures(db: TenantDb, tree: PlanTree, language: string): Promise<LatestFigure[]> {
  return [...(await followedIndicators(db, tree, language)).values()].flatMap(latestOf)
}

function latestOf({ id, name, open }: Followed): LatestFigure[] {
  const latest = open?.measured.points.at(-1)
  if (open === null || latest === undefined) return []
  const { pivot, concepts, dataset, version } = open.measured
  const row = pivot.rows.find(({ code }) => code === String(latest.period))
  const codes = concepts.sex?.codes
  const of = (code: string | undefined) => {
    const figure = row?.figures[pivot.columns.findIndex((column) => column.code === code)]
    return figure === undefined ? null : { value: figure.value, state: figure.state }
  }
  const isBySex = pivot.columns.some(({ code }) => code === codes?.women)
  return [
    {
      id,
      name,
      unit: pivot.unit,
      period: String(latest.period),
      decimals: Math.min(9, pivot.decimals),
      women: isBySex ? of(codes?.women) : null,
      men: isBySex ? of(codes?.men) : null,
      all: isBySex ? null : of(pivot.columns[0]?.code),
      dataset: dataset.name,
      producer: dataset.source.producer,
      version,
      fetchedAt: open.provenance.fetchedAt,
    },
  ]
}
