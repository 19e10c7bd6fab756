import type { Indicator } from '../model-indicators.ts'
import { slugOf } from './slug.ts'

/** The address of each indicator by its id: made of its name where no other has the same, else its id. */
export function indicatorAddresses(
  indicators: readonly Pick<Indicator, 'id' | 'name'>[],
): ReadonlyMap<string, string> {
  const bySlug = Map.groupBy(indicators, ({ name }) => slugOf(name))
  return new Map(
    indicators.map(({ id, name }) => {
      const slug = slugOf(name)
      return [id, (bySlug.get(slug)?.length ?? 0) > 1 ? id : slug]
    }),
  )
}
