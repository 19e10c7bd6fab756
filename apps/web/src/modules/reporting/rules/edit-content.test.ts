import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentSchema, headOf, type ReportContent, type SourceBlock } from '../model-content.ts'
import { type Change, changed, clashOf } from './edit-content.ts'

const ids = Array.from({ length: 8 }, (_, at) => `00000000-0000-4000-8000-00000000000${at}`)
const words = (id: string, text: string): SourceBlock => ({ id, kind: 'words', heading: '', text, guide: '' })
const content: ReportContent = {
  title: 'Rapport',
  subtitle: '',
  language: 'sv',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  blocks: ids.slice(0, 4).map((id) => words(id, id)),
  removed: [],
}

const anyId = fc.constantFrom(...ids)
const anyText = fc.string({ maxLength: 20 })
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  anyText.map((text) => ({ act: 'head' as const, head: { ...headOf(content), title: `T ${text}` } })),
  fc.tuple(anyId, anyText).map(([id, text]) => ({ act: 'write' as const, block: words(id, text) })),
  fc.record({ act: fc.constant('move' as const), id: anyId, by: fc.constantFrom('up' as const, 'down') }),
  fc.record({ act: fc.constantFrom('remove' as const, 'bring-back'), id: anyId }),
)

/** A report after changes, those that are refused passed over. */
const after = (changes: readonly Change[]) =>
  changes.reduce((now, change) => changed(now, change) ?? now, content)

const known = ({ blocks, removed }: ReportContent) =>
  [...blocks, ...removed.map(({ block }) => block)].map(({ id }) => id).toSorted()

describe('a report', () => {
  it('is sound whatever is done to it, and loses no block', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 40 }), (changes) => {
        const now = after(changes)
        expect(contentSchema.parse(now)).toEqual(now)
        expect(known(now)).toEqual(known(content))
      }),
      { seed: 1 },
    )
  })

  it('is as it was when what was removed is brought back', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 10 }), fc.nat(3), (changes, at) => {
        const now = after(changes)
        const id = now.blocks[at]?.id ?? ''
        const removed = changed(now, { act: 'remove', id })
        if (removed === null) return
        expect(changed(removed, { act: 'bring-back', id })).toEqual(now)
      }),
      { seed: 1 },
    )
  })

  it('holds no more than so many blocks', () => {
    let now: ReportContent = { ...content, blocks: [] }
    for (let at = 0; at < 200; at += 1)
      now = changed(now, { act: 'add', block: words(crypto.randomUUID(), ''), after: null }) ?? now
    expect(now.blocks).toHaveLength(200)
    expect(changed(now, { act: 'add', block: words(crypto.randomUUID(), ''), after: null })).toBeNull()
  })
})

describe('two who write', () => {
  const first = ids[0] ?? ''
  const mine: Change = { act: 'write', block: words(first, 'mitt') }
  const theirs = changed(content, { act: 'write', block: words(first, 'deras') }) ?? content

  it('clash where both change the same words', () => {
    expect(clashOf(content, theirs, mine)).toEqual({ kind: 'block', theirs: words(first, 'deras') })
    expect(clashOf(null, theirs, mine)?.kind).toBe('block')
    const head = { ...headOf(content), title: 'Min' }
    const renamed = { ...content, title: 'Deras' }
    expect(clashOf(content, renamed, { act: 'head', head })).toEqual({
      kind: 'head',
      theirs: headOf(renamed),
    })
  })

  it('do not clash where they write the same, or in different blocks', () => {
    expect(clashOf(content, theirs, { act: 'write', block: words(first, 'deras') })).toBeNull()
    expect(clashOf(content, theirs, { act: 'write', block: words(ids[1] ?? '', 'mitt') })).toBeNull()
    expect(clashOf(content, theirs, { act: 'remove', id: first })).toBeNull()
  })

  it('are told where one has removed what the other writes in', () => {
    const gone = changed(content, { act: 'remove', id: first }) ?? content
    expect(clashOf(content, gone, mine)).toEqual({ kind: 'removed' })
    expect(changed(gone, mine)?.blocks[0]).toEqual(words(first, 'mitt'))
  })
})
