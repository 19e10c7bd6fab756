import { z } from 'zod'

export const MOST_TEMPLATE_BYTES = 5 * 1024 * 1024

/** Why a file cannot be a region’s template. */
export type TemplateReason =
  | 'none'
  | 'too-large'
  | 'unpacks-too-large'
  | 'not-word'
  | 'old-word'
  | 'encrypted'
  | 'strict'
  | 'damaged'
  | 'macros'
  | 'external'
  | 'embedded'
  | 'field'
  | 'place-twice'
  | 'place-inside'
  | 'too-narrow'
  | 'too-slow'
  | 'busy'

/** What people write in a template for what is to stand there, in either language. */
export const TEMPLATE_WORDS = {
  rapport: 'report',
  report: 'report',
  titel: 'title',
  title: 'title',
  underrubrik: 'subtitle',
  subtitle: 'subtitle',
  datum: 'date',
  date: 'date',
  region: 'region',
} as const
export const TEMPLATE_FIELDS = ['title', 'subtitle', 'date', 'region'] as const
export type TemplateField = (typeof TEMPLATE_FIELDS)[number]

/** Styles that a template is asked for, each by the name that Word has for it in every language. */
export const TEMPLATE_STYLES = {
  'heading 1': 'heading1',
  'heading 2': 'heading2',
  'heading 3': 'heading3',
  title: 'title',
  subtitle: 'subtitle',
  caption: 'caption',
  'list bullet': 'bullets',
} as const
const STYLE_KEYS = Object.values(TEMPLATE_STYLES)

/** What is left out of a template without its being refused. */
const TAKEN_OUT = ['attached-template', 'mail-merge', 'protection', 'building-blocks', 'signature'] as const
export type TakenOut = (typeof TAKEN_OUT)[number]

/** What was found in a template. */
export const templateFactsSchema = z.object({
  widthMm: z.number().int(),
  heightMm: z.number().int(),
  /** Says where the report goes; what stands around is kept. */
  hasPlace: z.boolean(),
  fields: z.array(z.enum(TEMPLATE_FIELDS)),
  /** Words in double braces that mean nothing to us. */
  unknown: z.array(z.string().max(100)).max(20),
  headers: z.number().int(),
  footers: z.number().int(),
  hasFirstPage: z.boolean(),
  pictures: z.number().int(),
  styles: z.array(z.enum(STYLE_KEYS)),
  /** `''` where it is not said. */
  headingFont: z.string().max(100),
  bodyFont: z.string().max(100),
  takenOut: z.array(z.enum(TAKEN_OUT)),
})
export type TemplateFacts = Readonly<z.infer<typeof templateFactsSchema>>
export type TemplateStyle = TemplateFacts['styles'][number]
export const ALL_TEMPLATE_STYLES: readonly TemplateStyle[] = STYLE_KEYS

export type TemplateRead =
  | { readonly ok: true; readonly facts: TemplateFacts }
  | { readonly ok: false; readonly reason: TemplateReason; readonly detail: string }
