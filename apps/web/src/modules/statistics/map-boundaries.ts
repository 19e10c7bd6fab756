import { readFile } from 'node:fs/promises'
import { COUNTIES, MUNICIPALITIES } from '@jamvikt/domain'
import { type BoundaryPaths, boundaryPaths, readBoundaries } from '@jamvikt/ui'

/** Drawn boundaries by kind of place; tiles serve where there are none. */
export interface MapBoundaries {
  readonly municipality?: BoundaryPaths
  readonly county?: BoundaryPaths
}

const DRAWING = { width: 600, tolerance: 1.2 }
const PATIENCE_MS = 30_000

/**
 * Reads the boundaries that the settings name, each a file or an https address of GeoJSON or TopoJSON, and draws them.
 * @returns the drawings, or which of the sources cannot be used and why
 */
export async function readMapBoundaries(
  sources: readonly string[],
): Promise<
  | { readonly ok: true; readonly boundaries: MapBoundaries }
  | { readonly ok: false; readonly source: string; readonly reason: string }
> {
  const found: { municipality?: BoundaryPaths; county?: BoundaryPaths } = {}
  for (const source of sources) {
    const text = await textOf(source)
    if (text === null) return { ok: false, source, reason: 'cannot-be-read' }
    const municipalities = readBoundaries(text, { codes: MUNICIPALITIES.map(({ code }) => code) })
    const counties = readBoundaries(text, { codes: COUNTIES.map(({ code }) => code) })
    if (municipalities.ok) found.municipality = boundaryPaths(municipalities, DRAWING)
    else if (counties.ok) found.county = boundaryPaths(counties, DRAWING)
    else return { ok: false, source, reason: municipalities.reason }
  }
  return { ok: true, boundaries: found }
}

async function textOf(source: string): Promise<string | null> {
  try {
    if (!/^https:\/\//.test(source)) return await readFile(source, 'utf8')
    const answer = await fetch(source, { signal: AbortSignal.timeout(PATIENCE_MS) })
    return answer.ok ? await answer.text() : null
  } catch {
    return null
  }
}
