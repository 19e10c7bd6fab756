/**
 * Makes names differ, and none empty, by adding `_` to those that are taken.
 * @param reserved names that none may have
 * @example namesOnce(['a', 'a', 'value'], ['value']) // ['a', 'a_', 'value_']
 */
export function namesOnce(names: readonly string[], reserved: readonly string[] = []): string[] {
  const taken = new Set(reserved)
  return names.map((wanted) => {
    let name = wanted === '' ? '_' : wanted
    while (taken.has(name)) name = `${name}_`
    taken.add(name)
    return name
  })
}
