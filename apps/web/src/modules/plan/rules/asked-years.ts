import type { ItemOf } from '../model-items.ts'
import type { PlanTree } from './tree.ts'

/** The years that amounts are asked for of activities: those that one runs in by its own dates; all where it has none. */
export class AskedYears {
  readonly #years: number
  /** Of each activity its years, one after the other: 1 where its amount is asked for. */
  readonly #asked: Uint8Array

  /** @param years `null` where years are not known: one amount of each activity is asked for */
  constructor(tree: PlanTree, activities: readonly string[], years: readonly string[] | null) {
    this.#years = years?.length ?? 1
    this.#asked = new Uint8Array(activities.length * this.#years)
    if (years === null) this.#asked.fill(1)
    for (const [at, id] of activities.entries()) {
      const activity = tree.of('activity', id)
      for (const [when, year] of (years ?? []).entries())
        if (activity === null || runsIn(activity, year)) this.#asked[at * this.#years + when] = 1
    }
  }

  /** By the places of an activity and a year in the lists that this was made of; below 0 it is none of them. */
  has(at: number, when: number): boolean {
    return at >= 0 && when >= 0 && this.#asked[at * this.#years + when] === 1
  }

  /**
   * How many pairs are asked for in each group of activities, year by year or in all years.
   * @param groupOf the group of each activity, from 0; below 0 it is in none
   * @returns for each group its years one after the other, or one number
   */
  countBy(groupOf: Int32Array, groups: number, byYear: boolean): Int32Array {
    const years = byYear ? this.#years : 1
    const counts = new Int32Array(groups * years)
    for (const [at, group] of groupOf.entries()) {
      if (group < 0) continue
      for (let when = 0; when < this.#years; when += 1) {
        const place = group * years + (byYear ? when : 0)
        counts[place] = (counts[place] ?? 0) + (this.#asked[at * this.#years + when] ?? 0)
      }
    }
    return counts
  }
}

/** Whether an activity runs in some of a year; where a date is not said, it may. */
export function runsIn({ fields: { start, end } }: ItemOf<'activity'>, year: string): boolean {
  return (start === null || start.slice(0, 4) <= year) && (end === null || end.slice(0, 4) >= year)
}
