import type { StatDimension } from '@jamvikt/tables'

/** A dimension with other codes for some of its categories, in its hierarchy and its total alike. */
export function recoded(dimension: StatDimension, codes: ReadonlyMap<string, string>): StatDimension {
  const now = (code: string) => codes.get(code) ?? code
  const { children, elimination } = dimension
  return {
    ...dimension,
    categories: dimension.categories.map((category) => ({ ...category, code: now(category.code) })),
    ...(children === undefined
      ? {}
      : {
          children: Object.fromEntries(
            Object.entries(children).map(([code, parts]) => [now(code), parts.map(now)]),
          ),
        }),
    ...(elimination?.total == null ? {} : { elimination: { total: now(elimination.total) } }),
  }
}
