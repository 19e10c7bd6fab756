const PX = /^(\d{4})-?(\d{2})-?(\d{2})(?:[ T](\d{2}):(\d{2}))?$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/

/**
 * A date of a PX file, `CCYYMMDD hh:mm`, as ISO 8601 without zone; with hyphens too, as some files write it.
 * @returns `undefined` where it is no such date
 * @example isoOfPxDate('20040212 16:28') // '2004-02-12T16:28'
 */
export function isoOfPxDate(text: string): string | undefined {
  const [, year = '', month = '', day = '', hour, minute] = PX.exec(text) ?? []
  const date = `${year}-${month}-${day}`
  const time = hour === undefined ? '' : `T${hour}:${minute}`
  const instant = new Date(`${date}T${hour ?? '00'}:${minute ?? '00'}:00Z`)
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(date)) return undefined
  return `${date}${time}`
}

/**
 * A date as PX files write it; seconds and zone are left out, and what is not ISO 8601 is written as it is.
 * @example pxDateOfIso('2004-02-12T16:28') // '20040212 16:28'
 */
export function pxDateOfIso(iso: string): string {
  const [, year, month, day, hour, minute] = ISO.exec(iso) ?? []
  if (year === undefined) return iso
  return `${year}${month}${day}${hour === undefined ? '' : ` ${hour}:${minute}`}`
}
