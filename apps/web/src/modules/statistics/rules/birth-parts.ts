import { type BirthGroup, findBirthGroup } from '@jamvikt/domain'
import type { StatDimension } from '@jamvikt/tables'
import { once } from './once.ts'

/** How the groups of countries of birth in a dimension hold each other. */
export interface BirthParts {
  /** Codes of groups that hold others of the dimension. */
  readonly wider: readonly string[]
  /** Codes of groups that are held by others of the dimension. */
  readonly held: readonly string[]
  /** Whether some share countries and neither holds the other. */
  readonly overlap: boolean
}

type Categories = StatDimension['categories']
interface Told {
  readonly code: string
  readonly group: BirthGroup
}

const NONE: BirthParts = { wider: [], held: [], overlap: false }

/** Tells the groups of a dimension that hold others from those that are held; once for each list of categories. */
export function birthParts({ categories }: Pick<StatDimension, 'categories'>): BirthParts {
  return groupsOf(categories)
}

const groupsOf = once((categories: Categories): BirthParts => {
  const told = categories.flatMap(({ code, label }): Told[] => {
    const group = Object.values(label)
      .map(findBirthGroup)
      .find((found) => found !== null)
    return group === undefined ? [] : [{ code, group }]
  })
  if (told.length < 2) return NONE
  const inside = ({ group }: Told) =>
    told.filter((other) => other.group !== group && holds(group, other.group))
  const wider = told.filter((each) => inside(each).length > 0)
  const held = new Set(wider.flatMap(inside).map(({ code }) => code))
  const isCut = wider.some((each) => {
    const codes = new Set(inside(each).flatMap(({ group }) => partsOf(group)))
    return each.group.parts.some((part) => !codes.has(part))
  })
  const finest = told.filter((each) => !wider.includes(each))
  const shares = finest.some(({ group }, at) =>
    finest.slice(at + 1).some((other) => group.parts.some((part) => other.group.parts.includes(part))),
  )
  return { wider: wider.map(({ code }) => code), held: [...held], overlap: isCut || shares }
})

function holds(whole: BirthGroup, part: BirthGroup): boolean {
  if (whole.code === 'foreign-born') return part.isAbroad
  return partsOf(part).every((each) => whole.parts.includes(each))
}

function partsOf({ code, parts }: BirthGroup): readonly string[] {
  return parts.length === 0 ? [code] : parts
}
