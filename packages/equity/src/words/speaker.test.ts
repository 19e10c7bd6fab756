import { describe, expect, it } from 'vitest'
import { speaker } from './speaker.ts'

type Say = { readonly key: 'rate'; readonly params: { readonly rate: number; readonly p: number } }

const say = speaker<Say>({
  sv: {
    rate: ({ rate, p }, f) =>
      `${f.percent(rate)}, p ${f.p(p)}, ${f.interval({ low: -1, high: 2.5 }, f.number)}`,
  },
  en: {
    rate: ({ rate, p }, f) =>
      `${f.percent(rate)}, p ${f.p(p)}, ${f.interval({ low: -1, high: 2.5 }, f.number)}`,
  },
})

describe('a speaker', () => {
  it('writes figures as the language does', () => {
    const sentence: Say = { key: 'rate', params: { rate: 0.1489, p: 0.00004 } }
    expect(say(sentence, 'sv')).toBe('14,9 %, p < 0,001, −1 till 2,5')
    expect(say(sentence, 'en')).toBe('14.9 %, p < 0.001, −1 to 2.5')
  })
})
