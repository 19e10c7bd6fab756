import { describe, expect, it } from 'vitest'
import { conceptsOf } from './concepts.ts'
import { dimension, tableOf } from './named-values.test-support.ts'
import { isSummable, totalOf } from './wholes.ts'

const of = (values: readonly string[], id = 'nivå') => {
  const own = dimension(id, 'classification', values)
  const concepts = conceptsOf(tableOf([own]))
  return { total: totalOf(own, concepts), isSummable: isSummable(own, concepts) }
}

describe('a total', () => {
  it.each([
    'Summa',
    'Totalt antal',
    'Alla beslut',
    'Samtliga beslut',
    'Total number',
    'Totalt, alla beslut',
    'SUMMA',
  ])('is called “%s”', (name) => {
    expect(of(['ja', 'nej', name])).toEqual({ total: name, isSummable: false })
  })

  it.each(['Alla andra', 'Övriga', 'All other countries', 'allmänt', 'Summariskt', 'Samtliga utom en'])(
    'is not called “%s”',
    (name) => {
      expect(of(['ja', 'nej', name])).toEqual({ total: null, isSummable: true })
    },
  )

  it('of a part stands for that part alone, and nothing is summed beside it', () => {
    const born = ['Inrikes född', 'Totalt utrikes födda', 'Asien', 'Afrika']
    expect(of(born)).toEqual({ total: null, isSummable: false })
    expect(of(['Totalt kort', 'a', 'Totalt lång', 'b'])).toEqual({ total: null, isSummable: false })
  })
})

describe('groups of birth', () => {
  it('that hold each other are not summed', () => {
    expect(of(['Sverige', 'Utrikes född', 'Norden utom Sverige', 'Asien']).isSummable).toBe(false)
    expect(of(['EU utom Norden', 'Norden eller EU utom Sverige']).isSummable).toBe(false)
    expect(of(['Norden eller EU utom Sverige', 'Europa utom Sverige']).isSummable).toBe(false)
    expect(of(['Norden eller EU utom Sverige', 'Europa utom EU och Norden', 'Europa utom Sverige'])).toEqual({
      total: null,
      isSummable: false,
    })
    expect(of(['Sverige', 'Norden utom Sverige', 'Asien', 'Övriga världen']).isSummable).toBe(true)
    expect(of(['Inrikes född', 'Utrikes född']).isSummable).toBe(true)
  })
})
