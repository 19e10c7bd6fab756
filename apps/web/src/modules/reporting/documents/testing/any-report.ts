import fc from 'fast-check'
import type { Report } from '../../model-report.ts'
import { ReportBuilder } from '../builder.ts'
import { sampleDrawing } from './sample-report.ts'

/** Words that try to be markup, code, formulas or another direction, and those of other scripts. */
export const HOSTILE = [
  '#read("/etc/passwd") #panic() $x^2$ \\ ] [ * _ ` @ref <label> // /* */ ~ -- "q"',
  '=HYPERLINK("http://x.example","klicka") +1 -1 @SUM(A1)',
  '<script>alert(1)</script> <w:p/> &amp; ]]> <!-- -->',
  '{{mall}} %s \u0000\u0007\u001B[31m \uFFFE\uFEFF\uD800 slut',
  '\u202Eomvänt\u202C \u2066isolerat\u2069 שלום مرحبا',
  '👩‍👩‍👧 😀 漢字 ก e\u0301 \u200B\u00AD',
  'å'.repeat(10_000),
  `https://exempel.se/${'mycket-lång/'.repeat(40)}`,
] as const

export const anyWords = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ maxLength: 80, unit: 'binary' }),
  fc.string({ maxLength: 80, unit: 'grapheme' }),
)

/** A report with the same words in every place that takes words. */
export function reportOf(words: string): Report {
  const source = { producer: words, version: words, date: '2026-06-30' }
  const table = {
    caption: words,
    head: [[{ text: words }, { text: words }]],
    rows: [
      {
        role: 'group' as const,
        cells: [
          { type: 'text' as const, text: words },
          { type: 'text' as const, text: '' },
        ],
      },
      {
        cells: [
          { type: 'text' as const, text: words },
          { type: 'number' as const, value: 1 },
        ],
      },
    ],
    notes: [words],
    source,
  }
  return new ReportBuilder({
    title: words || '–',
    subtitle: words,
    region: words || '–',
    language: 'sv',
    date: '2026-08-15',
    rests: [{ name: words, version: words, date: null }],
    synthetic: false,
    contents: true,
  })
    .heading(2, words)
    .words(`före\n\n${words}\n\nefter`)
    .words(`- ${words}`)
    .callout({ tone: 'bad', heading: words, text: words })
    .table(table)
    .figure({ svg: sampleDrawing('sv'), width: 640, height: 130, caption: words, alt: words || '–', source })
    .finding({ sentence: words, cautions: [words], table })
    .comment({ about: words, required: true, answer: words, answeredBy: words })
    .activities({
      caption: words,
      activities: [
        {
          name: words,
          under: words,
          responsible: words,
          status: 'late',
          startsOn: null,
          endsOn: null,
          budgetOre: 1n,
          outcomeOre: null,
          told: words,
          deviation: { cause: words, measure: words },
        },
      ],
    })
    .report()
}

/** Words without what forms break lines with, so that they can be held against each other. */
export const bareWords = (text: string) => text.replaceAll(/[-\s\u00AD\u200B]+/gu, '')
