// Writes one report in one form, in a process of its own, and ends.
import { serveReader } from '../../../platform/reader-process.ts'
import { endAtMemory } from './memory-watch.ts'
import type { DocumentAnswer, DocumentTask, Progress } from './messages.ts'

/** The compiler of PDF and the drawer of pictures keep memory outside of the heap that Node limits. */
const MOST_MEGABYTES = 1200

serveReader<DocumentTask, DocumentAnswer>(async (task, say) => {
  endAtMemory(MOST_MEGABYTES)
  const bytes = await written(task, (done) => say({ done }))
  await say({ bytes })
})

async function written({ kind, report, style, template }: DocumentTask, progress: Progress) {
  switch (kind) {
    case 'docx': {
      const { writeDocx } = await import('./write-docx.ts')
      if (template === null) return writeDocx(report, style, progress)
      const { WordTemplate } = await import('../word-template/word-template.ts')
      return writeDocx(report, style, progress, new WordTemplate(template))
    }
    case 'pdf':
      return (await import('./write-pdf.ts')).writePdf(report, style, progress)
    case 'xlsx':
      return (await import('./write-workbook.ts')).writeWorkbook(report, progress)
  }
}
