import type { MicroCategory, MicroContents, MicroDimension } from '../model-micro.ts'

/** Whether enough rows stand in a category for it to be named: the few of others are counted in totals alone. */
export function isListed({ rows }: MicroCategory, threshold: number): boolean {
  return rows >= threshold
}

/** A dimension with the categories that may be named. */
export function listedDimension(dimension: MicroDimension, threshold: number): MicroDimension {
  return { ...dimension, categories: dimension.categories.filter((each) => isListed(each, threshold)) }
}

/** What may be said of a list to those who explore it. */
export function listedContents(contents: MicroContents, threshold: number): MicroContents {
  return {
    ...contents,
    dimensions: contents.dimensions.map((dimension) => listedDimension(dimension, threshold)),
  }
}
