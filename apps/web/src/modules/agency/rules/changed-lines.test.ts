import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedLines, type Line } from './changed-lines.ts'

const lines = fc.array(
  fc.record({ under: fc.constantFrom('A', 'B'), text: fc.constantFrom('x', 'y', 'z') }),
  { maxLength: 12 },
)
const key = ({ under, text }: Line) => `${under} ${text}`

describe('what two reports do not share', () => {
  it('names what was taken away before what came in its place', () => {
    const of = (text: string) => ({ under: 'Läget', text })
    expect(changedLines([of('a'), of('b'), of('c')], [of('a'), of('d'), of('c')])).toEqual([
      { kind: 'removed', ...of('b') },
      { kind: 'added', ...of('d') },
    ])
  })

  it('turns the one into the other, and is empty between equals', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changed = changedLines(before, after) ?? []
        const count = new Map<string, number>()
        const add = (name: string, step: number) => count.set(name, (count.get(name) ?? 0) + step)
        for (const line of before) add(key(line), 1)
        for (const line of changed) add(key(line), line.kind === 'added' ? 1 : -1)
        for (const line of after) add(key(line), -1)
        expect([...count.values()].every((left) => left === 0)).toBe(true)
        expect(changedLines(before, before)).toEqual([])
      }),
      { seed: 1 },
    )
  })

  it('is not asked of reports that are too long', () => {
    const long = Array.from({ length: 3001 }, (_, at) => ({ under: '', text: String(at) }))
    expect(changedLines(long, [])).toBeNull()
  })
})
