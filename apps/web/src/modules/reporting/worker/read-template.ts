import type { LaidReport } from '../documents/laid-out.ts'
import { PLAIN_STYLE } from '../model-style.ts'
import type { TemplateRead } from '../model-template.ts'
import { TemplateFault } from '../word-template/template-fault.ts'
import { WordTemplate } from '../word-template/word-template.ts'
import { writeDocx } from './write-docx.ts'

const plain = (text: string) => ({ kind: 'paragraph' as const, lines: [[{ kind: 'plain' as const, text }]] })

/** The least report that has a section of each kind, a list and a heading: never shown to anybody. */
const TRIAL: LaidReport = {
  tag: 'sv-SE',
  title: '–',
  subtitle: '–',
  region: '–',
  date: '–',
  isoDate: '2026-01-01',
  rests: ['–'],
  synthetic: '–',
  hasContents: true,
  said: {
    contents: '–',
    page: '–',
    of: '–',
    rests: '–',
    table: '–',
    figure: '–',
    tables: '–',
    notes: '–',
    source: '–',
    notDrawn: '–',
  },
  blocks: [
    { kind: 'heading', level: 1, number: '', text: '–' },
    { kind: 'words', passages: [plain('–'), { ...plain('–'), kind: 'bullets' }] },
    {
      kind: 'table',
      label: '–',
      number: 1,
      caption: '–',
      head: [[{ text: '–', columns: 1 }]],
      headerColumns: 0,
      aligns: ['start'],
      rows: [],
      notes: [],
      source: '',
      widths: [1],
      room: 'wide',
    },
    { kind: 'words', passages: [plain('–')] },
  ],
}

/**
 * What a foreign file is as a template: what was found in it, or why it cannot be used. A trial report is written in it, so
 * that what is taken in can be written in. Never throws for what the file holds.
 */
export async function readTemplate(bytes: Uint8Array): Promise<TemplateRead> {
  try {
    const { facts } = new WordTemplate(bytes)
    await writeDocx(TRIAL, PLAIN_STYLE, () => Promise.resolve(), new WordTemplate(bytes))
    return { ok: true, facts }
  } catch (error) {
    if (error instanceof TemplateFault) return { ok: false, reason: error.reason, detail: error.detail }
    throw error
  }
}
