import { roundSignificant } from '@jamvikt/disclosure'
import type { ReleaseRequest } from '../model.ts'

type Groups = ReleaseRequest['payload']['cells']

/**
 * The groups without the medians of shown ones, as a proof can be held against them; `null` where a median is anything but
 * rounded to two significant digits, or there are no groups. A median of a hidden group stays where it is, and no proof
 * holds for it.
 */
export function withoutMedians(groups: Groups): Groups | null {
  const came: unknown = groups
  if (!Array.isArray(came)) return null
  const bare: Groups[number][] = []
  for (const group of groups) {
    if (group?.suppressed === true || group?.medianGrantedOre === undefined) bare.push(group)
    else {
      const { medianGrantedOre, ...figures } = group
      if (!isRounded(medianGrantedOre)) return null
      bare.push(figures)
    }
  }
  return bare
}

function isRounded(median: unknown): boolean {
  if (median === null) return true
  if (typeof median !== 'object') return false
  const [[name, value] = [], ...more] = Object.entries(median)
  if (name !== 'valueOre' || more.length > 0 || typeof value !== 'number') return false
  return Number.isFinite(value) && value >= 0 && roundSignificant(value, 2) === value
}
