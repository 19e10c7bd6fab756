import type { KeyedHash } from '@jamvikt/disclosure'
import type { ListSketch, Smallest } from '../model-micro.ts'
import type { ReadRows } from './read-rows.ts'

const KEPT = 1024
/** From this share of rows that say something of their own, two lists do not agree by chance. */
const APART = 0.9
const WORDS = 4

/**
 * What tells that another list holds the same rows, in whatever order; and a digest of all of them.
 * @param hash under the region's key for noise
 */
export function sketchOf(
  read: ReadRows,
  hash: KeyedHash,
): { readonly sketch: ListSketch; readonly digest: string } {
  const { ids } = read
  const sayings = sayingsOf(read)
  const found = {
    ids: new Float64Array(ids.length),
    contents: new Float64Array(ids.length),
    records: new Float64Array(ids.length),
  }
  const digest = new Uint32Array(WORDS)
  for (const [row, id] of ids.entries()) {
    const who = wordsOf(hash(`sketch-id:${id}`))
    const what = wordsOf(hash(`sketch-row:${sayings(row)}`))
    const both = who.map((word, at) => word ^ (what[(at + 1) % WORDS] ?? 0))
    found.ids[row] = numberOf(who)
    found.contents[row] = numberOf(what)
    found.records[row] = numberOf(both)
    for (const [at, word] of both.entries()) digest[at] = (digest[at] ?? 0) + word
  }
  const contents = smallestOf(found.contents, true)
  return {
    sketch: {
      ids: smallestOf(found.ids),
      contents: contents.size >= APART * ids.length ? contents : { size: 0, smallest: [] },
      records: smallestOf(found.records),
    },
    digest: digest.join('.'),
  }
}

/** What a row says, its id apart, whatever order its columns stand in. */
function sayingsOf({ contents, dimensions, weights, amounts }: ReadRows): (row: number) => string {
  const columns = [
    ...contents.dimensions.map(({ name, categories }, d) => {
      const places = dimensions[d]
      return { name, of: (row: number) => categories[places?.[row] ?? 0]?.code ?? '' }
    }),
    ...contents.amounts.map(({ name }, a) => ({ name, of: (row: number) => `${amounts[a]?.[row]}` })),
    ...(weights === null ? [] : [{ name: '', of: (row: number) => `${weights[row]}` }]),
  ].sort((a, b) => (a.name < b.name ? -1 : 1))
  return (row) => JSON.stringify(columns.map(({ name, of }) => [name, of(row)]))
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: WORDS }, (_, at) => view.getUint32(4 * at))
}

/** 48 bits of a hash as a number. */
function numberOf(words: Uint32Array): number {
  return (words[0] ?? 0) * 0x10000 + ((words[1] ?? 0) & 0xffff)
}

/** The smallest of what is there, each once; with `alone` of what is there only once. */
function smallestOf(values: Float64Array, alone = false): Smallest {
  const sorted = values.sort()
  const kept = sorted.filter((value, at) => value !== sorted[at - 1] && !(alone && value === sorted[at + 1]))
  return { size: kept.length, smallest: [...kept.subarray(0, KEPT)] }
}
