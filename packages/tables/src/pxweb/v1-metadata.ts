import type { StatFrame } from '../json-stat/frame.ts'
import { wordsIn } from '../json-stat/notes.ts'
import { defined } from '../stat/defined.ts'
import type { V1Metadata } from './v1-answers.ts'

/**
 * The metadata of a table as PxWebApi 1 answers them. It has no word for notes, units or which total eliminates.
 * @param language of the texts; the first that the table has where it lacks this one
 * @source PxWebApi 1.0 specification, section “Table metadata”
 * @example JSON.stringify(v1MetadataOf(table, 'sv'))
 */
export function v1MetadataOf(table: StatFrame, language: string): V1Metadata {
  const words = wordsIn(language, table.languages)
  return {
    title: words(table.title),
    variables: table.dimensions.map(({ id, label, categories, elimination, role, map }) =>
      defined({
        code: id,
        text: words(label),
        values: categories.map(({ code }) => code),
        valueTexts: categories.map((category) => words(category.label)),
        elimination: elimination !== undefined,
        time: role === 'time',
        map: map === undefined ? undefined : words(map),
      }),
    ),
  }
}
