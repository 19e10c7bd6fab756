import { z } from 'zod'

/** What a publication keeps, beside the plan itself. */
export const contentSchema = z.object({
  document: z.unknown(),
  decision: z.object({ diary: z.string(), on: z.string(), body: z.string() }),
  since: z
    .object({
      version: z.number(),
      decidedOn: z.string(),
      added: z.number(),
      removed: z.number(),
      changed: z.number(),
      amounts: z.number(),
    })
    .nullable(),
})
