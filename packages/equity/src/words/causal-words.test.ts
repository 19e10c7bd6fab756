import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const SOURCE = join(import.meta.dirname, '..')
const CAUSAL =
  /(?<!\p{L})(beror på|på grund av|orsak\p{L}*|effekt(en)? av|leder till|tack vare|påverka\p{L}*|because|due to|caus(e|es|ed|al)|effects? of|leads? to|impact\p{L}*|owing to|thanks to)(?!\p{L})/iu
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
