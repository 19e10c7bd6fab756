import { type Cube, cellFinder } from '../model/cube.ts'
import type { PublishedCount } from './types.ts'

/** The published cells as one text, the same whatever their order and whether empty cells are listed. */
export function publishedText(cube: Cube, cells: readonly PublishedCount[]): string {
  const find = cellFinder(cube)
  const lines = cells.flatMap(({ codes, count }) => {
    const cell = find(codes)
    return cell === null || count === 0 ? [] : [[cell, count] as const]
  })
  lines.sort(([a], [b]) => a - b)
  const names = JSON.stringify(cube.dimensions.map(({ name, codes }) => [name, codes]))
  return [names, ...lines.map(([cell, count]) => `${cell}:${count ?? 'x'}`)].join('\n')
}
