import type { Certificate, CertifiedFigure } from '../certificate/types.ts'
import { type Cube, firstApart, nodeOf } from '../model/cube.ts'
import { CLASSES } from './group-tables.ts'

/**
 * The first amount that is not told as recipients ask for, or `null`.
 *
 * An amount is given once for each class of recipients, alike but for what each class has; the largest of all is of one
 * of them, and in a sum of groups nobody has less, and there are not fewer, than in one of them. What recipients truly have
 * stands nowhere else, and is not checked.
 *
 * @param mayBeUnknown whether an amount may be given once, without recipients
 */
export function amountWrongOfRecipients(
  { figures }: Certificate,
  cube: Cube,
  mayBeUnknown: boolean,
): string | null {
  const amounts = figures.filter(({ kind }) => kind === 'amount')
  const names = [...new Set(amounts.map(({ name }) => name))]
  const areTold = (name: string) => {
    const own = amounts.filter((one) => one.name === name)
    const known = own.filter(isKnown)
    if (known.length < own.length) return mayBeUnknown && own.length === 1
    return areClasses(known) && known.slice(0, 1).every((one) => isOfOneTable(one, cube))
  }
  return names.find((name) => !areTold(name)) ?? null
}

type Known = CertifiedFigure & { readonly contributors: NonNullable<CertifiedFigure['contributors']> }

function isKnown(figure: CertifiedFigure): figure is Known {
  return figure.contributors !== null
}

function areClasses(all: readonly Known[]): boolean {
  const [one] = all
  if (one === undefined || all.length !== CLASSES) return false
  const { cells, values, contributors } = one
  const { count, first, second } = contributors
  const isAlike = (other: Known) =>
    areEqual(other.cells, cells) &&
    areEqual(other.values, values) &&
    areEqual(other.contributors.count, count) &&
    areEqual(other.contributors.first, first) &&
    areEqual(other.contributors.second, second) &&
    other.contributors.held.length === cells.length
  if (!all.every(isAlike)) return false
  if ([count, first, second].some(({ length }) => length !== cells.length)) return false
  return values.every((value, i) => {
    const most = Math.max(...all.map((own) => own.contributors.held[i] ?? 0))
    return most >= (first[i] ?? 0) && most <= value
  })
}

/** Whether what is said of recipients could be of one list: each cell once, and no sum with less than a part of it. */
function isOfOneTable({ cells, contributors }: Known, cube: Cube): boolean {
  const { count, first, second } = contributors
  return (
    new Set(cells).size === cells.length && [count, first, second].every((list) => grows(cube, cells, list))
  )
}

function grows(cube: Cube, cells: readonly number[], list: readonly number[]): boolean {
  const all = new Float64Array(cube.size)
  for (const [i, cell] of cells.entries()) all[cell] = list[i] ?? 0
  const at = (cell: number) => all[cell] ?? 0
  return (
    firstApart(cube, cells, at) === null &&
    cube.dimensions.every(({ over }, d) => {
      const stride = cube.strides[d] ?? 1
      return cells.every((cell) => {
        const leaf = nodeOf(cube, cell, d)
        return (over[leaf] ?? []).every((node) => at(cell + (node - leaf) * stride) >= at(cell))
      })
    })
  )
}

function areEqual(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i])
}
