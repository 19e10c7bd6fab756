import { isMissingKind, type MissingKind } from '@jamvikt/domain'
import type { CaseRecord } from '@jamvikt/tables'
import { z } from 'zod'
import { sha256 } from '../../../platform/sha256.ts'

const amountSchema = z
  .string()
  .transform((text): bigint | MissingKind => (isMissingKind(text) ? text : BigInt(text)))

/** A case as the store keeps it of a release; the recipient is a hash, to tell recipients apart and no more. */
const contentSchema = z.object({
  recipient: z.string(),
  supportForm: z.string(),
  outcome: z.enum(['granted', 'refused', 'withdrawn', 'pending']),
  appliedOre: amountSchema,
  grantedOre: amountSchema,
  decidedOn: z.string().nullable(),
  municipality: z.string(),
  county: z.string(),
  industry: z.string(),
  sex: z.string(),
  background: z.string(),
  age: z.string(),
  unit: z.string(),
})

export function recordOf(caseId: string, content: unknown): CaseRecord {
  const { recipient, appliedOre, grantedOre, ...found } = contentSchema.parse(content)
  return {
    ...found,
    row: 0,
    caseId,
    recipientKey: recipient,
    recipientName: null,
    organisationNumber: null,
    soleTrader: false,
    appliedAmountOre: appliedOre,
    grantedAmountOre: grantedOre,
    appliedOn: null,
    sex: found.sex as CaseRecord['sex'],
    alternativeSex: {},
  }
}

/** The same recipient as the store writes it into a released case. */
export function withHashedRecipient(record: CaseRecord): CaseRecord {
  return { ...record, recipientKey: sha256(record.recipientKey) }
}

/** All that any table shows of a case: two cases with equal texts cannot be told apart in a release. */
export function shownOf(record: CaseRecord): string {
  const { supportForm, outcome, municipality, county, industry, sex, background, age, unit } = record
  const amounts = [record.appliedAmountOre, record.grantedAmountOre].map(String)
  return JSON.stringify([
    supportForm,
    outcome,
    ...amounts,
    municipality,
    county,
    industry,
    sex,
    background,
    age,
    unit,
  ])
}
