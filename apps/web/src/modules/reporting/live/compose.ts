import { type Locale, localeOf } from '@jamvikt/i18n'
import type { ReportContent, SourceBlock } from '../model-content.ts'
import { type BlockInput, type Report, reportSchema } from '../model-report.ts'
import { fillLive } from './fill-live.ts'
import { type LiveData, planRests, type Rests } from './live-data.ts'

/** What a block from outside the plan gave: a figure, a finding. */
export interface Outside {
  readonly blocks: readonly BlockInput[]
  readonly rests: readonly Rests[]
  readonly synthetic: boolean
}

export interface Composed {
  readonly report: Report
  /** For each block of the report the source that it came from. */
  readonly origins: readonly string[]
}

/**
 * A report filled in: words as they are written, live blocks from the plan as it stands, and what came from outside.
 * Headings that nothing follows are left out.
 */
export function compose(
  content: ReportContent,
  data: LiveData,
  outside: ReadonlyMap<string, Outside>,
): Composed {
  const locale = localeOf(content.language)
  const { facts } = data.opened.plan
  const parts = withoutOrphans(
    content.blocks.flatMap((source) =>
      blocksOf(locale, source, data, outside).map((block) => ({ origin: source.id, block })),
    ),
  )
  const others = [...outside.values()]
  const report = reportSchema.parse({
    facts: {
      title: content.title,
      subtitle:
        content.subtitle || locale.text('half.subtitle', { plan: facts.name, period: data.span.name }),
      region: data.regionName,
      language: content.language,
      date: data.today,
      rests: once([planRests(locale, data), ...others.flatMap(({ rests }) => rests)]),
      synthetic: facts.synthetic || others.some(({ synthetic }) => synthetic),
    },
    blocks: parts.map(({ block }) => block),
  })
  return { report, origins: parts.map(({ origin }) => origin) }
}

function blocksOf(
  locale: Locale,
  source: SourceBlock,
  data: LiveData,
  outside: ReadonlyMap<string, Outside>,
): BlockInput[] {
  switch (source.kind) {
    case 'heading':
      return [{ kind: 'heading', level: source.level, text: source.heading }]
    case 'words':
      return headed(source.heading, source.text === '' ? [] : [{ kind: 'words', text: source.text }])
    case 'callout': {
      const { tone, heading, text } = source
      return heading === '' && text === '' ? [] : [{ kind: 'callout', tone, heading, text }]
    }
    case 'comment': {
      const { heading, required, text, answeredBy, answeredOn } = source
      if (text === '' && !required) return []
      return [{ kind: 'comment', about: heading, required, answer: text, answeredBy, answeredOn }]
    }
    case 'page-break':
      return [{ kind: 'page-break' }]
    case 'live':
      return headed(source.heading, fillLive(locale, data, source.of))
    case 'figure':
      return [...(outside.get(source.id)?.blocks ?? [])]
    case 'finding':
      return headed(source.heading, outside.get(source.id)?.blocks ?? [])
  }
}

function headed(heading: string, blocks: readonly BlockInput[]): BlockInput[] {
  if (heading === '' || blocks.length === 0) return [...blocks]
  return [{ kind: 'heading', level: 1, text: heading }, ...blocks]
}

interface Part {
  readonly origin: string
  readonly block: BlockInput
}

/** Parts without headings that head nothing, and without breaks of page that nothing comes before or after. */
function withoutOrphans(parts: readonly Part[]): Part[] {
  const kept: Part[] = []
  /** What is kept right after this place; nothing yet at the end. */
  let next: BlockInput | null = null
  for (const part of parts.toReversed()) {
    const { block } = part
    if (block.kind === 'page-break' && (next === null || next.kind === 'page-break')) continue
    if (block.kind === 'heading') {
      const isOrphan =
        next === null || next.kind === 'page-break' || (next.kind === 'heading' && next.level <= block.level)
      if (isOrphan) continue
    }
    kept.push(part)
    next = block
  }
  kept.reverse()
  return kept[0]?.block.kind === 'page-break' ? kept.slice(1) : kept
}

function once(rests: readonly Rests[]): Rests[] {
  return [...new Map(rests.map((each) => [JSON.stringify(each), each])).values()]
}
