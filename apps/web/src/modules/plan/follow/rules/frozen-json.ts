import { z } from 'zod'
import type { PlanDocument } from '../../model.ts'
import type { Ledger } from '../../money/public.ts'
import { canonicalJson, plainDocument } from '../../rules/document-json.ts'
import { type LatestFigure, latestFigureSchema } from '../../service/catalogue-figures.ts'
import { documentOf } from '../../service/versions.ts'
import { STATUSES, type Status } from '../model-follow.ts'

/** What a closed period rests on: the plan and the ledger as they stood when it was closed. */
export interface Frozen {
  readonly revision: number
  readonly document: PlanDocument
  /** Up to the period’s last day. */
  readonly ledger: Ledger
  /** How activities went the period before. */
  readonly before: ReadonlyMap<string, Status>
  /** Figures of the catalogue, by language. */
  readonly catalogue: Readonly<Record<string, readonly LatestFigure[]>>
}

const ore = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt)

const keptSchema = z.object({
  revision: z.number(),
  document: z.unknown(),
  ledger: z.object({
    sums: z.array(
      z.object({
        kind: z.enum(['outcome', 'commitment']),
        activity: z.string().nullable(),
        year: z.number(),
        amountOre: ore,
        entries: z.number(),
      }),
    ),
    coversTo: z.string().nullable(),
    staleOrders: z.object({ asOf: z.string(), amountOre: ore }).nullable(),
  }),
  before: z.array(z.tuple([z.string(), z.enum(STATUSES)])),
  catalogue: z.record(z.string(), z.array(latestFigureSchema)),
})

/** What a period rests on as one text: amounts in öre as digits, the same thing always the same text. */
export function frozenJson({ revision, document, ledger, before, catalogue }: Frozen): string {
  const { sums, coversTo, staleOrders } = ledger
  return canonicalJson({
    revision,
    document: plainDocument(document),
    ledger: {
      sums: sums.map(({ amountOre, ...sum }) => ({ ...sum, amountOre: String(amountOre) })),
      coversTo,
      staleOrders: staleOrders ? { ...staleOrders, amountOre: String(staleOrders.amountOre) } : null,
    },
    before: [...before],
    catalogue,
  })
}

export function frozenOf(kept: unknown): Frozen {
  const { document, before, ...rest } = keptSchema.parse(kept)
  return { ...rest, document: documentOf(document), before: new Map(before) }
}
