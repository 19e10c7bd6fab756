import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { Words } from '../ui/words.tsx'
import { cleanWords, plainWords } from './words.ts'

const html = (text: string) => renderToString(Words({ text }))

it('reads paragraphs, lists, words that stand out and links', () => {
  expect(html('Ett **två** *tre*.\nrad\n\n- a\n- b\n\n1. c')).toBe(
    '<p>Ett <strong>två</strong> <em>tre</em>.<br/>rad</p><ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>',
  )
  expect(html('[SCB](https://scb.se/x) [här](/method)')).toBe(
    '<p><a href="https://scb.se/x">SCB</a> <a href="/method">här</a></p>',
  )
})

it('lets no HTML through, and no link that runs or leads astray', () => {
  for (const text of [
    '<script>x</script>',
    '<img src=x onerror=y>',
    '[x](javascript:alert)',
    '[x](//elsewhere.example)',
    '[x](data:text/html,y)',
  ])
    expect(html(text)).not.toMatch(/<(?!\/?p>)/)
})

it('keeps every word, whatever is written', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('*', '**', '[', '](', ')', '\n', '- ', '1. ', 'ord', '<', '>'), {
        maxLength: 60,
      }),
      (parts) => {
        const text = parts.join('')
        expect(html(text)).not.toMatch(/<(?!\/?(p|ul|ol|li|strong|em|br)\b)/)
        expect(plainWords(text).match(/ord/g)?.length ?? 0).toBe(text.match(/ord/g)?.length ?? 0)
      },
    ),
    { seed: 1 },
  )
})

it('cleans what a form sends, without halves of characters', () => {
  expect(cleanWords(' a\r\nb\u0000\u0007\tc ', 100)).toBe('a\nb\tc')
  expect(cleanWords('x😀', 2).isWellFormed()).toBe(true)
})
