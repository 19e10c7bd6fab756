import type { WebContext } from '../../platform/http/context.ts'
import { HttpProblem } from '../../platform/http/problem.tsx'
import { htmlFile } from './documents/html-file.tsx'
import { layOut } from './documents/lay-out.ts'
import type { Report } from './model-report.ts'
import { PLAIN_STYLE, type ReportStyle } from './model-style.ts'
import { attachment, fileName } from './rules/file-name.ts'
import type { DocumentMaker } from './service/document-maker.ts'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=UTF-8',
} as const
export type DocumentKind = keyof typeof TYPES

const COME_BACK_SECONDS = 5
const PLAIN = { style: PLAIN_STYLE, template: null }

export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(TYPES, text)
}

/** Sends a report as a file to keep; while too many are being made the asker is told to come back. */
export async function documentAnswer(
  c: WebContext,
  maker: DocumentMaker,
  report: Report,
  kind: DocumentKind,
  { style, template }: { readonly style: ReportStyle; readonly template: Uint8Array | null } = PLAIN,
) {
  const laid = layOut(report)
  const bytes = kind === 'html' ? htmlFile(laid) : await written(maker, kind, laid, style, template)
  return c.body(bytes, 200, {
    'Content-Type': TYPES[kind],
    'Content-Disposition': attachment(`${fileName(laid.title)}.${kind}`),
  })
}

async function written(maker: DocumentMaker, ...task: Parameters<DocumentMaker['make']>) {
  const made = await maker.make(...task)
  if (made.ok) return made.bytes
  if (made.reason === 'busy') throw new HttpProblem(429, COME_BACK_SECONDS)
  if (made.reason === 'crashed') throw new Error('the document was not made')
  throw new HttpProblem(413)
}
