import type { Gathered, Gatherer, UrlSource } from './model-fetch.ts'

/**
 * Fetches one file: PX, JSON-stat, a workbook, Parquet or delimited text.
 * @returns how it is to be read, by the name that its address ends with; or as the call refuses
 * @example await fetchAddress({ kind: 'url', producer: 'SCB', address: 'https://www.scb.se/a.px' }, gatherer)
 */
export async function fetchAddress(source: UrlSource, gatherer: Gatherer): Promise<Gathered> {
  const kept = await gatherer.piece(0, 0.8, () => gatherer.http.get(source.address))
  if (!kept.ok) return kept
  const name = nameOf(source.address)
  return {
    ok: true,
    pieces: 1,
    lists: [],
    reading: { kind: 'file', name, rows: null },
    address: source.address,
    fileName: name,
  }
}

function nameOf(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last).slice(0, 200) || 'table'
  } catch {
    return last.slice(0, 200)
  }
}
