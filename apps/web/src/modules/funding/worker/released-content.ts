import { createHash } from 'node:crypto'
import { isMissingKind, type MissingKind } from '@jamvikt/domain'
import type { CaseRecord } from '@jamvikt/tables'
import { z } from 'zod'

const amountSchema = z
  .string()
  .transform((text): bigint | MissingKind => (isMissingKind(text) ? text : BigInt(text)))

/** A case as it counted in a release: without names, numbers or anything that no table shows. */
const contentSchema = z.strictObject({
  caseId: z.string(),
  recipientKey: z.string(),
  supportForm: z.string(),
  outcome: z.enum(['granted', 'refused', 'withdrawn', 'pending']),
  appliedAmountOre: amountSchema,
  grantedAmountOre: amountSchema,
  decidedOn: z.string().nullable(),
  municipality: z.string(),
  county: z.string(),
  industry: z.string(),
  sex: z.string(),
  background: z.string(),
  age: z.string(),
  unit: z.string(),
})

/** Written with sorted keys, so that equal cases are equal texts also after a stay in the database. */
export function contentOf(record: CaseRecord): string {
  const { caseId, recipientKey, supportForm, outcome, decidedOn, municipality, county, industry, sex } =
    record
  const { background, age, unit } = record
  return canonical({
    caseId,
    recipientKey,
    supportForm,
    outcome,
    appliedAmountOre: String(record.appliedAmountOre),
    grantedAmountOre: String(record.grantedAmountOre),
    decidedOn,
    municipality,
    county,
    industry,
    sex,
    background,
    age,
    unit,
  })
}

export function canonical(content: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))))
}

export function recordOf(content: unknown): CaseRecord {
  const found = contentSchema.parse(content)
  return {
    ...found,
    row: 0,
    recipientName: null,
    organisationNumber: null,
    soleTrader: false,
    appliedOn: null,
    sex: found.sex as CaseRecord['sex'],
    alternativeSex: {},
  }
}

/** The same case gives the same subject in any list of the region; without a number or recipient, by what it says. */
export function subjectOf(record: CaseRecord): string {
  const numbered = !/^rad-\d+$/.test(record.caseId)
  return numbered || !record.recipientKey.startsWith('case:')
    ? `${numbered ? record.caseId : content(record)}|${record.recipientKey}`
    : content(record)
}

function content(record: CaseRecord): string {
  return createHash('sha256')
    .update(contentOf({ ...record, caseId: '', recipientKey: '' }))
    .digest('base64url')
}
