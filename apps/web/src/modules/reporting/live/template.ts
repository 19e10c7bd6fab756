import { randomUUID } from 'node:crypto'
import type { Locale, MessageKey } from '@jamvikt/i18n'
import type { Live, ReportContent, ReportKind, SourceBlock } from '../model-content.ts'

type Written = Extract<MessageKey, `tmpl.${string}`>

/** A block of a template: what it is, and the text that stands in it. */
type Given =
  | readonly ['heading', 1 | 2, Written]
  /** Words to be written, with a heading where one is named, and what is asked of the writer. */
  | readonly ['words', Written | null, Written]
  | readonly ['asked' | 'may-answer', Written]
  | readonly ['live', Live]
  /** Without a heading: it belongs to the block before. */
  | readonly ['more', Live]

const TEMPLATES: Readonly<Record<ReportKind, readonly Given[]>> = {
  'half-year': [
    ['live', 'state'],
    ['live', 'activities'],
    ['more', 'reached'],
    ['live', 'goals'],
    ['live', 'money-used'],
    ['more', 'money-priority'],
    ['live', 'risks'],
    ['live', 'lessons'],
  ],
  terms: [
    ['words', 'tmpl.terms.decision', 'tmpl.terms.decision.guide'],
    ['heading', 1, 'tmpl.terms.terms'],
    ['asked', 'tmpl.terms.purpose'],
    ['asked', 'tmpl.terms.integrated'],
    ['asked', 'tmpl.terms.together'],
    ['asked', 'tmpl.terms.unused'],
    ['may-answer', 'tmpl.terms.own'],
    ['live', 'state'],
    ['live', 'activity-list'],
    ['live', 'goals'],
    ['words', null, 'tmpl.goals.guide'],
    ['live', 'money-used'],
    ['more', 'money-cost'],
    ['more', 'money-activity'],
  ],
  accounts: [
    ['words', 'tmpl.summary', 'tmpl.accounts.summary.guide'],
    ['live', 'state'],
    ['live', 'goals'],
    ['live', 'money-used'],
    ['more', 'money-priority'],
    ['words', 'tmpl.accounts.demand', 'tmpl.accounts.demand.guide'],
  ],
  brief: [
    ['words', 'tmpl.brief.decide', 'tmpl.brief.decide.guide'],
    ['live', 'deviations'],
    ['live', 'money-used'],
    ['live', 'milestones'],
    ['live', 'tasks'],
    ['live', 'decisions'],
    ['live', 'risks'],
  ],
  final: [
    ['words', 'tmpl.summary', 'tmpl.final.summary.guide'],
    ['live', 'activities'],
    ['more', 'reached'],
    ['live', 'flagships'],
    ['live', 'goals'],
    ['words', null, 'tmpl.goals.guide'],
    ['live', 'money-used'],
    ['more', 'money-priority'],
    ['more', 'money-cost'],
    ['heading', 1, 'tmpl.final.evaluation'],
    ['heading', 2, 'tmpl.final.method'],
    ['words', null, 'tmpl.final.method.guide'],
    ['heading', 2, 'tmpl.final.results'],
    ['asked', 'tmpl.final.changed'],
    ['asked', 'tmpl.final.different'],
    ['heading', 2, 'tmpl.final.reuse'],
    ['words', null, 'tmpl.final.reuse.guide'],
    ['live', 'lessons'],
  ],
  free: [],
}

/** A report to begin with: all of it may be changed. Its texts are in the report’s own language. */
export function templateOf(
  kind: ReportKind,
  locale: Locale,
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
): ReportContent {
  return {
    title: locale.text(kind === 'half-year' ? 'half.title' : `tmpl.title.${kind}`),
    subtitle: '',
    language: locale.language,
    startsOn,
    endsOn,
    blocks: TEMPLATES[kind].map((given) => blockOf(locale, given)),
    removed: [],
  }
}

function blockOf(locale: Locale, given: Given): SourceBlock {
  const id = randomUUID()
  switch (given[0]) {
    case 'heading':
      return { id, kind: 'heading', level: given[1], heading: locale.text(given[2]) }
    case 'words':
      return {
        id,
        kind: 'words',
        heading: given[1] === null ? '' : locale.text(given[1]),
        text: '',
        guide: locale.text(given[2]),
      }
    case 'asked':
    case 'may-answer':
      return {
        id,
        kind: 'comment',
        heading: locale.text(given[1]),
        required: given[0] === 'asked',
        text: '',
        answeredBy: '',
        answeredOn: null,
      }
    case 'live':
      return liveBlock(locale, given[1])
    case 'more':
      return { ...liveBlock(locale, given[1]), heading: '' }
  }
}

/** A live block with the heading that it usually has. */
export function liveBlock(locale: Locale, of: Live): Extract<SourceBlock, { kind: 'live' }> {
  return { id: randomUUID(), kind: 'live', of, heading: locale.text(`doc.heading.${of}`) }
}
