// Reads a region’s own Word template in a process of its own, with limits of memory and time, and ends.
import { readFile } from 'node:fs/promises'
import { serveReader } from '../../../platform/reader-process.ts'
import type { TemplateRead } from '../model-template.ts'
import { endAtMemory } from './memory-watch.ts'
import { readTemplate } from './read-template.ts'

export interface TemplateTask {
  readonly file: string
}

const MOST_MEGABYTES = 900

serveReader<TemplateTask, TemplateRead>(async ({ file }, say) => {
  endAtMemory(MOST_MEGABYTES)
  await say(await readTemplate(await readFile(file)))
})
