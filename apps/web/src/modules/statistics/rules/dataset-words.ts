import type { Dataset, DatasetWords } from '../model-datasets.ts'

/** What a dataset says of itself in words. */
export function wordsOf({ source, ...dataset }: Dataset): DatasetWords {
  const { name, description, area, licence, contact, rhythm, definitions, breaks } = dataset
  return { name, description, area, producer: source.producer, licence, contact, rhythm, definitions, breaks }
}

/** The dataset with other words. */
export function withWords(dataset: Dataset, { producer, ...words }: DatasetWords): Dataset {
  return { ...dataset, ...words, source: { ...dataset.source, producer } }
}

export interface WordChange {
  readonly word: keyof DatasetWords
  readonly from: string
  readonly to: string
}

/** The words that differ, in the order that they are told. */
export function changedWords(before: DatasetWords, after: DatasetWords): WordChange[] {
  return WORDS.flatMap((word) =>
    before[word] === after[word] ? [] : [{ word, from: before[word], to: after[word] }],
  )
}

const WORDS = [
  ...(['name', 'description', 'definitions', 'breaks', 'area'] as const),
  ...(['producer', 'licence', 'contact', 'rhythm'] as const),
]
