import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CAUSAL } from '../testing/causal-words.ts'

const SOURCE = join(import.meta.dirname, '..')
/** A word of a measure's own name. */
const NAMES = /adverse impact ratio/gi

describe('texts claim no cause', () => {
  const families = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /words\.ts$/.test(file),
  )
  it('are looked for where they are', () => {
    expect(families.length).toBeGreaterThan(3)
  })
  it.each(families)('%s', (file) => {
    const text = readFileSync(join(SOURCE, file), 'utf8').replace(NAMES, '')
    const strings = text.match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? []
    expect(strings.filter((one) => one.includes(' ') && CAUSAL.test(one))).toEqual([])
  })
  it('would be found', () => {
    expect(CAUSAL.test('Skillnaden beror på bransch')).toBe(true)
    expect(CAUSAL.test('this is due to sector')).toBe(true)
  })
})
