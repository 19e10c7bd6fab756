import { statSync } from 'node:fs'
import path from 'node:path'

/** The same for every name of a file, links included. */
function placeOf(file: string): string {
  try {
    const { dev, ino } = statSync(file)
    return `${dev}:${ino}`
  } catch {
    return path.resolve(file)
  }
}

/** The outputs that would overwrite an input, or each other. */
export function overwritten(
  inputs: readonly (string | null)[],
  outputs: readonly (string | null)[],
): string[] {
  const taken = new Set(inputs.flatMap((file) => (file === null ? [] : [placeOf(file)])))
  return outputs.filter((file): file is string => {
    if (file === null) return false
    const place = placeOf(file)
    const clash = taken.has(place)
    taken.add(place)
    return clash
  })
}
