import { firstRecords, writeForm } from '@jamvikt/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDocument, testItem } from '../../../../testing/plan-arbitrary.ts'
import type { PlanDocument } from '../../model.ts'
import { anyPlan, outside } from './any-plan.test-support.ts'
import { planJson } from './canonical.ts'
import { readPlanJson } from './read-json.ts'
import { readWorkbook } from './read-workbook.ts'
import type { Sheet } from './sheets.ts'
import { planSheets } from './write-workbook.ts'

/** A file’s text with ids told by their order in it: what is left when two imports have given new ones. */
function withoutIds(document: PlanDocument): string {
  const text = planJson(document)
  const ids = [...text.matchAll(/^\{"id":("(?:[^"\\]|\\.)*")/gm)].map(([, id = '']) => id)
  return ids.reduce((all, id, at) => all.replaceAll(id, `"#${at}"`), text)
}

async function throughBytes(document: PlanDocument, language: 'sv' | 'en') {
  const bytes = await writeForm(planSheets(language, document))
  const first = await firstRecords(bytes, { name: 'plan.xlsx' }, 1)
  if (!first.ok) throw new Error(first.reason)
  const sheets: Sheet[] = []
  for (const name of first.sheets ?? []) {
    const read = await firstRecords(bytes, { name: 'plan.xlsx', sheet: name }, 10_000)
    if (!read.ok) throw new Error(read.reason)
    sheets.push({ name, rows: read.records })
  }
  return readWorkbook(sheets)
}

describe('a plan that is written out and read in again', () => {
  it('is the same, byte by byte, as JSON', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const text = planJson(plan)
        const read = readPlanJson(text)
        expect(read.faults).toEqual([])
        expect(read.document && planJson(read.document)).toBe(text)
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  it('is the same but for its ids as a workbook, in either language', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, fc.constantFrom('sv', 'en'), async (plan, language) => {
        const read = await throughBytes(plan, language)
        expect(read.faults).toEqual([])
        expect(read.document && withoutIds(read.document)).toBe(withoutIds(plan))
      }),
      { seed: 1, numRuns: 40 },
    )
  })

  it('keeps methods of no list as they are, also those that are called as one of the list', async () => {
    const methods = fc.uniqueArray(outside, { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(methods, fc.constantFrom('sv', 'en'), async (codes, language) => {
        const items = [
          testItem('priority', 'p', null, { name: 'Stöd' }),
          testItem('activity', 'a', 'p', { name: 'Webb', methods: codes }),
        ]
        const plan = testDocument(items)
        const read = await throughBytes(plan, language)
        expect(read.document && withoutIds(read.document)).toBe(withoutIds(plan))
      }),
      { seed: 1, numRuns: 10 },
    )
  })
})
