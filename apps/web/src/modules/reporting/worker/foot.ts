import type { LaidReport } from '../documents/laid-out.ts'
import type { ReportStyle } from '../model-style.ts'

const MOST = 120

/** What stands at the foot of each page beside its number: the region’s own line, or whose report it is. */
export function footOf({ region, title }: LaidReport, { foot }: ReportStyle): string {
  const letters = [...(foot === '' ? `${region} · ${title}` : foot)]
  return letters.length > MOST ? `${letters.slice(0, MOST).join('')}…` : letters.join('')
}
