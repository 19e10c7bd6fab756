import { makeReleasedTable } from '@jamvikt/disclosure/released-table'
import { describe, expect, it } from 'vitest'
import type { PublishedContent } from '../../statistics/public.ts'
import { FORMATS, writeTable } from './formats.ts'
import { RICH_TABLE } from './rich-table.test-support.ts'
import { shownTable } from './shown-table.ts'

const content: PublishedContent = {
  releaseId: 'r',
  version: 1,
  publishedAt: new Date('2026-05-04T03:02:01.999Z'),
  notice: null,
  provenance: {
    fileName: null,
    address: 'https://example.invalid/table',
    fetchedAt: '2026-05-03T00:00:00Z',
    sourceUpdated: '2026-02-01T00:00:00Z',
    sourceSha256: null,
    releases: [],
  },
  dataset: {
    id: 'd',
    slug: 'tabell',
    name: 'Tabell',
    description: '',
    area: 'health',
    licence: 'CC0',
    contact: '',
    rhythm: 'yearly',
    definitions: '',
    breaks: '',
    fetchAgain: 'never',
    source: { kind: 'file', producer: 'Myndigheten' },
    synthetic: true,
    version: 1,
    withdrawnAt: null,
  },
  table: RICH_TABLE,
}

describe('a published table', () => {
  it('is shown with its address, its moment, its origin and its mark', () => {
    const { table } = shownTable(makeReleasedTable(content))
    expect(table.id).toBe('tabell')
    expect(table.updated).toBe('2026-05-04T03:02:01Z')
    expect(table.title).toEqual({
      sv: 'Personer efter region, kön och ålder (Syntetiska data)',
      en: 'Persons by region, sex and age (Synthetic data)',
    })
    expect(table.notes?.map(({ text, mandatory }) => [text.sv, mandatory])).toEqual([
      ['Syntetiska data', true],
      ['Påhittade personer.', true],
      [
        'Källa: Myndigheten, https://example.invalid/table. Hämtad: 2026-05-03. Uppdaterad hos källan: 2026-02-01',
        false,
      ],
    ])
    expect(table.source).toEqual({ sv: 'Myndigheten', en: 'Myndigheten' })
  })

  it('may only be left out of where a value stands for all', () => {
    const { table } = shownTable(makeReleasedTable(content))
    expect(table.dimensions.map(({ elimination }) => elimination?.total)).toEqual([
      undefined,
      'T',
      undefined,
      undefined,
      undefined,
    ])
  })

  it.each(FORMATS)('is not written as %s unless it has been released', async (format) => {
    const shown = shownTable(makeReleasedTable(content))
    const written = await writeTable(shown, shown.table, format, 'sv', {})
    expect(written.length).toBeGreaterThan(500)
    const copied = { ...shown, released: { ...shown.released } }
    await expect(writeTable(copied, shown.table, format, 'sv', {})).rejects.toThrow('only a released table')
    expect(() => shownTable({ ...shown.released })).toThrow('only a released table')
  })
})
