import type { TableParts } from '@jamvikt/tables'
import type { Dataset } from '../model-datasets.ts'

/** Whether a dataset's name, description, source or dimensions hold every word, as parts of words and in either case. */
export function holdsWords(dataset: Dataset, parts: TableParts, search: string): boolean {
  const words = search.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const labels = parts.dimensions.flatMap(({ id, label }) => [id, ...Object.values(label)])
  const { name, description, source } = dataset
  const text = [name, description, source.producer, ...Object.values(parts.title), ...labels]
    .join(' ')
    .toLocaleLowerCase('sv')
  return words.every((word) => text.includes(word))
}
