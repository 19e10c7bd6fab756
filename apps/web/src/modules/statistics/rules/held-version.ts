/** The number of a version that an address names; `undefined` where it names none, or nothing that could be one. */
export function heldVersion(asked: string | undefined): number | undefined {
  const digits = /^[1-9]\d{0,8}$/.exec(asked ?? '')?.[0]
  return digits === undefined ? undefined : Number(digits)
}
