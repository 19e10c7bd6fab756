import type { Locale } from '@jamvikt/i18n'
import { type CsvValue, writeCsv } from '@jamvikt/tables'
import type { WordReport } from '../model-word-report.ts'
import { dayText } from '../ui/words.tsx'
import { type Referral, STANCES } from './model-referral.ts'
import type { Commented, Compilation } from './rules/compile.ts'
import { subjectName } from './ui/subject-name.ts'

/** A compilation as CSV: a comment a line, then those who said nothing but where they stand. */
export function compilationCsv(locale: Locale, compiled: Compilation): string {
  const heads = [
    'referral.about',
    'referral.organisation',
    'referral.stance',
    'referral.receivedOn',
    'referral.late',
    'referral.comment',
    'referral.noted',
    'referral.reason',
  ] as const
  const rows: CsvValue[][] = compiled.subjects.flatMap(({ subject, comments }) =>
    comments.map(({ answer, words, note }) => [
      subjectName(locale, subject),
      answer.organisation,
      locale.text(`referral.stance.${answer.stance}`),
      answer.receivedOn,
      locale.text(answer.isLate ? 'yes' : 'no'),
      words,
      locale.text(`referral.outcome.${note?.outcome ?? 'open'}`),
      note?.reason ?? '',
    ]),
  )
  const said = new Set(compiled.subjects.flatMap(({ comments }) => comments.map(({ answer }) => answer.id)))
  const wordless = compiled.shown.filter(({ id }) => !said.has(id))
  for (const answer of wordless)
    rows.push([
      '',
      answer.organisation,
      locale.text(`referral.stance.${answer.stance}`),
      answer.receivedOn,
      locale.text(answer.isLate ? 'yes' : 'no'),
      '',
      '',
      '',
    ])
  return writeCsv([heads.map((head) => locale.text(head)), ...rows])
}

/** A compilation as a document: how many stand where, and what was said of each subject and done with it. */
export function compilationReport(
  locale: Locale,
  of: {
    readonly compiled: Compilation
    readonly referral: Referral
    readonly plan: string
    readonly regionName: string
    readonly synthetic: boolean
    readonly today: string
  },
): WordReport {
  const { compiled, referral } = of
  const { version } = referral
  return {
    facts: {
      title: locale.text('referral.compiled.title', { version }),
      subtitle: of.plan,
      region: of.regionName,
      language: locale.language,
      date: of.today,
      rests: [{ name: of.plan, version: String(version), date: null }],
      synthetic: of.synthetic,
    },
    blocks: [
      {
        kind: 'words',
        text: `${locale.text('referral.count', {
          came: locale.number(compiled.came.length),
          asked: locale.number(compiled.came.length + compiled.silent.length),
        })} ${locale.text('referral.until', { date: dayText(locale, referral.dueOn) })}`,
      },
      {
        kind: 'table',
        table: {
          caption: locale.text('referral.count.caption'),
          head: [[{ text: locale.text('referral.stance') }, { text: locale.text('referral.count.answers') }]],
          rows: STANCES.map((stance) => ({
            cells: [
              { type: 'text', text: locale.text(`referral.stance.${stance}`) },
              { type: 'number', value: compiled.counts[stance] },
            ],
          })),
        },
      },
      ...compiled.subjects.flatMap(({ subject, comments }): WordReport['blocks'] => {
        const name = subjectName(locale, subject)
        return [
          { kind: 'heading', level: 1, text: name },
          comments.length === 0
            ? { kind: 'words', text: locale.text('referral.noComments') }
            : { kind: 'table', table: commentTable(locale, name, comments) },
        ]
      }),
    ],
  }
}

function commentTable(locale: Locale, caption: string, comments: readonly Commented[]) {
  return {
    caption,
    head: [
      [
        { text: locale.text('referral.organisation') },
        { text: locale.text('referral.comment') },
        { text: locale.text('referral.noted') },
      ],
    ],
    rows: comments.map(({ answer, words, note }) => {
      const late = answer.isLate ? `, ${locale.text('referral.late').toLowerCase()}` : ''
      const outcome = locale.text(`referral.outcome.${note?.outcome ?? 'open'}`)
      const done = note === null || note.reason === '' ? outcome : `${outcome}. ${note.reason}`
      const who = `${answer.organisation} (${locale.text(`referral.stance.${answer.stance}`)}${late})`
      return { cells: [who, words, done].map((text) => ({ type: 'text' as const, text })) }
    }),
  }
}
