import { randomUUID } from 'node:crypto'
import type { Locale } from '@jamvikt/i18n'
import { wordOf } from '../../platform/http/form-words.ts'
import { isUuid } from '../../platform/uuid.ts'
import { liveBlock } from './live/template.ts'
import {
  LIVE,
  MOST_HEADING,
  MOST_TEXT,
  MOST_VIEW,
  type ReportHead,
  type SourceBlock,
} from './model-content.ts'

/** A block that is asked for by its kind, or by its kind and what it is of: `live:goals`. */
export function newBlock(what: string, locale: Locale): SourceBlock | null {
  const id = randomUUID()
  const [kind = '', of = ''] = what.split(':')
  switch (kind) {
    case 'words':
      return { id, kind, heading: '', text: '', guide: '' }
    case 'heading':
      return { id, kind, level: 1, heading: '' }
    case 'callout':
      return { id, kind, tone: 'note', heading: '', text: '' }
    case 'comment':
      return { id, kind, heading: '', required: true, text: '', answeredBy: '', answeredOn: null }
    case 'page-break':
      return { id, kind }
    case 'live': {
      const live = LIVE.find((each) => each === of)
      return live === undefined ? null : liveBlock(locale, live)
    }
    case 'figure':
      return /^[a-z0-9-]{1,80}$/.test(of) ? { id, kind, dataset: of, view: '', heading: '' } : null
    case 'finding':
      return isUuid(of) ? { id, kind, release: of, heading: '' } : null
    default:
      return null
  }
}

/** A block as a form says it, however long; an answer is signed by whoever changes it. */
export function writtenBlock(
  form: FormData,
  block: SourceBlock,
  by: { readonly name: string; readonly today: string },
): SourceBlock {
  const heading = wholeWord(form, 'heading').replaceAll(/\s+/g, ' ')
  const text = wholeWord(form, 'text').replaceAll(/\r\n?/g, '\n')
  switch (block.kind) {
    case 'heading': {
      const level = ([1, 2, 3] as const).find((each) => String(each) === form.get('level')) ?? block.level
      return { ...block, heading, level }
    }
    case 'words':
      return { ...block, heading, text }
    case 'callout': {
      const tones = ['note', 'good', 'watch', 'bad'] as const
      return {
        ...block,
        heading,
        text,
        tone: tones.find((tone) => tone === form.get('tone')) ?? block.tone,
      }
    }
    case 'comment': {
      const signed =
        text === block.text
          ? { answeredBy: block.answeredBy, answeredOn: block.answeredOn }
          : text === ''
            ? { answeredBy: '', answeredOn: null }
            : { answeredBy: by.name.slice(0, 300), answeredOn: by.today }
      return { ...block, heading, text, required: form.has('required'), ...signed }
    }
    case 'page-break':
      return block
    case 'live':
    case 'finding':
      return { ...block, heading }
    case 'figure':
      return { ...block, heading, view: viewIn(form) ?? block.view }
  }
}

/** What of a block is longer than it may be, and how much it may be. */
export function tooLong(block: SourceBlock) {
  const lengths = [
    { field: 'heading', length: 'heading' in block ? block.heading.length : 0, most: MOST_HEADING },
    { field: 'text', length: 'text' in block ? block.text.length : 0, most: MOST_TEXT },
  ] as const
  return lengths.filter(({ length, most }) => length > most)
}

/** A block cut to what it may hold, so that it can be laid out. */
export function cutToFit(block: SourceBlock): SourceBlock {
  if (tooLong(block).length === 0 || block.kind === 'page-break') return block
  const heading = block.heading.slice(0, MOST_HEADING)
  return 'text' in block ? { ...block, heading, text: block.text.slice(0, MOST_TEXT) } : { ...block, heading }
}

function wholeWord(form: FormData, name: string): string {
  return wordOf(form, name, Number.POSITIVE_INFINITY)
}

/** The address of the view that a form asks for; `null` where it asks for none. */
function viewIn(form: FormData): string | null {
  if (!form.has('rows')) return null
  const query = new URLSearchParams()
  for (const [name, value] of form)
    if (/^(rows|columns|chart|in\..{1,200})$/.test(name) && typeof value === 'string') query.set(name, value)
  const text = query.toString()
  return text.length > MOST_VIEW ? null : text
}

/** What a report says of itself, as a form says it. */
export function writtenHead(form: FormData, head: ReportHead): ReportHead {
  const line = (name: string) => wordOf(form, name, MOST_HEADING).replaceAll(/\s+/g, ' ')
  return {
    title: line('title'),
    subtitle: line('subtitle'),
    language: form.get('language') === 'en' ? 'en' : form.get('language') === 'sv' ? 'sv' : head.language,
    startsOn: wordOf(form, 'startsOn', 10),
    endsOn: wordOf(form, 'endsOn', 10),
  }
}
