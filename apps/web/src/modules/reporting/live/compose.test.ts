import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OpenedPlan } from '../../plan/public.ts'
import type { ReportContent, SourceBlock } from '../model-content.ts'
import { compose } from './compose.ts'
import type { LiveData } from './live-data.ts'

const FACTS: OpenedPlan['plan']['facts'] = {
  name: 'Handlingsplan',
  kind: 'action-plan',
  lede: '',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  synthetic: false,
  origin: '',
}
const DATA: LiveData = {
  regionName: 'Region Test',
  opened: {
    plan: { id: 'p', slug: 'p', revision: 3, above: null, facts: FACTS },
    document: { facts: FACTS, items: [], cells: [] },
    trails: new Map(),
  },
  span: { startsOn: '2026-01-01', endsOn: '2026-12-31', name: '2026' },
  standings: [],
  forecast: {
    asOf: null,
    rows: [],
    untiedOre: 0n,
    budget: { amountOre: null, missing: 0 },
    usedOre: 0n,
    committedOre: 0n,
    leftOverOre: [0n, 0n],
  },
  used: new Map(),
  today: '2026-08-01',
}

const made = (blocks: readonly SourceBlock[]) => {
  const content: ReportContent = {
    title: 'Rapport',
    subtitle: '',
    language: 'sv',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    blocks: [...blocks],
    removed: [],
  }
  return compose(content, DATA, new Map())
}

const anyBlock: fc.Arbitrary<SourceBlock> = fc.uuid().chain((id) =>
  fc.oneof(
    fc.record({
      id: fc.constant(id),
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      heading: fc.constant('Rubrik'),
    }),
    fc.record({
      id: fc.constant(id),
      kind: fc.constant('words' as const),
      heading: fc.constantFrom('', 'Egen'),
      text: fc.constantFrom('', 'Ord'),
      guide: fc.constant('Skriv'),
    }),
    fc.constant({ id, kind: 'page-break' as const }),
    // Nothing is known of these in an empty plan.
    fc.constantFrom('risks' as const, 'lessons' as const, 'tasks' as const).map((of) => ({
      id,
      kind: 'live' as const,
      of,
      heading: 'Tom',
    })),
  ),
)

describe('a report that is filled in', () => {
  it('has no heading that heads nothing, and no break of page that nothing stands before or after', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 20 }), (blocks) => {
        const { report, origins } = made(blocks)
        const kept = report.blocks
        expect(origins).toHaveLength(kept.length)
        for (const [at, block] of kept.entries()) {
          const next = kept[at + 1]
          if (block.kind === 'heading') {
            expect(next).toBeDefined()
            expect(next?.kind).not.toBe('page-break')
            if (next?.kind === 'heading') expect(next.level).toBeGreaterThan(block.level)
          }
          if (block.kind === 'page-break') {
            expect(at).toBeGreaterThan(0)
            expect(next).toBeDefined()
            expect(next?.kind).not.toBe('page-break')
          }
        }
        const words = kept.filter(({ kind }) => kind === 'words').length
        expect(words).toBe(blocks.filter((block) => block.kind === 'words' && block.text !== '').length)
      }),
      { seed: 1 },
    )
  })

  it('says which plan it rests on, as it stands at which change and on which day', () => {
    expect(made([]).report.facts).toMatchObject({
      subtitle: 'Handlingsplan, 2026',
      rests: [{ name: 'Handlingsplan', version: 'arbetsutkast, ändring 3', date: '2026-08-01' }],
      synthetic: false,
    })
  })
})
