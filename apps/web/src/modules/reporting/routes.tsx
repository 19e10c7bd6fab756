import type { Web } from '../../platform/http/context.ts'
import type { ReportDoors } from './document-room.tsx'
import { addAdoption } from './routes-adoption.tsx'
import { addBlocks } from './routes-blocks.tsx'
import { addDocument } from './routes-document.tsx'
import { addDocuments } from './routes-documents.tsx'
import { addLook } from './routes-look.tsx'
import { addStatusReport } from './routes-status.tsx'
import { addTemplate } from './routes-template.tsx'

/** Reports: the status report of a period, and those that are written, adopted and kept. */
export function addReporting(app: Web, doors: ReportDoors) {
  addStatusReport(app, doors)
  addDocuments(app, doors)
  addAdoption(app, doors)
  addBlocks(app, doors)
  addDocument(app, doors)
  addLook(app, doors)
  addTemplate(app, doors)
}
