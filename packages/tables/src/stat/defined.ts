/** The same fields, those that may be `undefined` left out instead. */
export type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K]
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/**
 * Leaves out the fields that are `undefined`, so that what is not known is not there at all.
 * @param parts a plain object; `null`, 0, `false` and empty texts stay
 * @returns a new object in the same order
 * @example defined({ id: 'a', note: undefined }) // { id: 'a' }
 */
export function defined<T extends object>(parts: T): Defined<T>
export function defined(parts: object): object {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
}

/**
 * The same, or `undefined` where nothing is left.
 * @example someOf({ note: undefined }) // undefined
 */
export function someOf<T extends object>(parts: T): Defined<T> | undefined {
  const kept = defined(parts)
  return Object.keys(kept).length === 0 ? undefined : kept
}
