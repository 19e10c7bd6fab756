import { z } from 'zod'

const colour = z.string().regex(/^#[0-9a-f]{6}$/i)
const font = z.string().regex(/^[\p{L}\p{N} -]{1,60}$/u)

/** How a region's own documents look. */
export const reportStyleSchema = z.object({
  /** Of headings, rules and the heads of tables; dark enough to be read on white. */
  accent: colour,
  /** Names of fonts that the region’s own computers have: Word takes them from there. */
  wordHeadingFont: font,
  wordBodyFont: font,
  /** PDF carries its fonts with it, and has these two. */
  pdfHeadings: z.enum(['sans', 'serif']),
  logo: z
    .object({
      png: z.base64().max(700_000),
      alt: z.string().min(1).max(200),
      width: z.number().int().min(1).max(4000),
      height: z.number().int().min(1).max(4000),
    })
    .nullable(),
  /** A line at the foot of each page, beside its number. */
  foot: z.string().max(200),
})
export type ReportStyle = z.output<typeof reportStyleSchema>

export const PLAIN_STYLE: ReportStyle = {
  accent: '#0b4f4a',
  wordHeadingFont: 'Georgia',
  wordBodyFont: 'Arial',
  pdfHeadings: 'sans',
  logo: null,
  foot: '',
}

/** All that says how a report’s files look. */
export interface Look {
  readonly style: ReportStyle
  /** Of the region’s own Word template; `null` where there is none. */
  readonly templateHash: string | null
}
