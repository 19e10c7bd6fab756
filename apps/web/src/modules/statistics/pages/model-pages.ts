import { z } from 'zod'
import { AREAS } from '../model-datasets.ts'

const PAGE_KINDS = ['life-course', 'area', 'free'] as const
export type PageKind = (typeof PAGE_KINDS)[number]

/** The stages of a life course, in their order. */
export const STAGES = [
  'childhood',
  'school',
  'studies',
  'work',
  'family',
  'health',
  'ageing',
  'power',
] as const
export type Stage = (typeof STAGES)[number]

export const MOST_HEADING = 200
export const MOST_WORDS = 8000
/** Characters of the address of a view. */
export const MOST_VIEW = 4000
export const MOST_BLOCKS = 100
/** Removed blocks that can be brought back. */
export const MOST_REMOVED = 50

const written = {
  id: z.uuid(),
  heading: z.string().max(MOST_HEADING),
  body: z.string().max(MOST_WORDS),
  /** What a template asks of whoever writes; never shown on the open site. */
  guide: z.string().max(MOST_HEADING),
}

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ ...written, kind: z.literal('text') }),
  z.object({ ...written, kind: z.literal('stage'), stage: z.enum(STAGES) }),
  /** A figure never changes by itself: it is one version seen in one way. */
  z.object({
    ...written,
    kind: z.literal('figure'),
    datasetId: z.uuid(),
    version: z.number().int().positive(),
    view: z.string().max(MOST_VIEW),
  }),
  z.object({ ...written, kind: z.literal('indicator'), indicatorId: z.uuid() }),
])
export type Block = Readonly<z.infer<typeof blockSchema>>
export type FigureBlock = Extract<Block, { kind: 'figure' }>

export const contentSchema = z.object({
  title: z.string().min(2).max(MOST_HEADING),
  lede: z.string().max(2000),
  kind: z.enum(PAGE_KINDS),
  /** Of pages of an area, which. */
  area: z.enum(AREAS).nullable(),
  blocks: z.array(blockSchema).max(MOST_BLOCKS),
  /** What has been removed, the latest last, with where it stood. */
  removed: z.array(z.object({ block: blockSchema, at: z.number().int().min(0) })).max(MOST_REMOVED),
})
/** All that a page says: what a revision keeps. */
export type PageContent = Readonly<z.infer<typeof contentSchema>>

export interface Page {
  readonly id: string
  readonly slug: string
  /** The latest revision's number. */
  readonly revision: number
}

/** One saving of a page. */
export interface PageRevision {
  readonly pageId: string
  readonly number: number
  readonly content: PageContent
  readonly createdAt: Date
  readonly createdBy: string
  readonly authorName: string
}

export interface PagePublication {
  readonly id: string
  readonly pageId: string
  readonly revision: number
  readonly state: 'proposed' | 'published' | 'declined' | 'replaced' | 'withdrawn'
  readonly writtenBy: string
  readonly proposedAt: Date
  readonly proposedBy: string
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly endedAt: Date | null
  readonly notice: string | null
}

/** A page as it stands in the region's own list. */
export interface ListedPage {
  readonly page: Page
  readonly latest: PageRevision
  /** The revision that is published, or that waits for a decision; `null` where there is none. */
  readonly published: number | null
  readonly proposed: number | null
}
