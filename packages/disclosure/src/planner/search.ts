import { arrange, type Base, shapeOf, sizeOf } from './arrange.ts'
import type { Step } from './dimension-steps.ts'
import { estimate, type Reference } from './figures.ts'
import type { Figures } from './types.ts'

/** A coarser table, and what it would show. */
export interface Tried {
  readonly steps: readonly Step[]
  readonly figures: Figures
  /** A real suppression was tried and found no way. */
  readonly unprotectable: boolean
}

export interface Found {
  /** The table as it is comes first. */
  readonly tried: readonly Tried[]
  /** Not looked at, for the budget's sake. */
  readonly leftAside: number
}

/** Tables that are still coarsened, of those of so many changes. */
const BEAM = 8
/** An estimate so near the limit may prove to be beyond it. */
const NEAR = 0.8
/** The last changes are made only where fewer leave too much hidden. */
const CHANGES = { usual: 2, most: 3 }

/**
 * Looks at the table as it is, at every single change, and at further changes of the best that hide too much; what hides
 * well below the limit is not coarsened further.
 *
 * @param cellsTried the cells that may be looked at in all; the table as it is is always looked at
 */
export function search(
  base: Base,
  steps: readonly Step[],
  reference: Reference,
  { mostHidden, cellsTried, progress }: { mostHidden: number; cellsTried: number; progress: () => number },
): Found {
  const tried: Tried[] = []
  const seen = new Set<string>()
  let left = cellsTried
  let leftAside = 0
  const look = (chosen: readonly Step[]): Tried[] => {
    const key = chosen
      .map((step) => steps.indexOf(step))
      .sort((a, b) => a - b)
      .join()
    const shape = shapeOf(base, chosen)
    if (shape === null || seen.has(key)) return []
    seen.add(key)
    const size = sizeOf(shape)
    if (tried.length > 0 && (size > left || progress() >= 1)) {
      leftAside++
      return []
    }
    left -= size
    const one = {
      steps: chosen,
      figures: estimate(arrange(base, shape), reference),
      unprotectable: false,
    }
    tried.push(one)
    return [one]
  }
  let level = look([])
  for (let changes = 1; changes <= CHANGES.most; changes++) {
    const enough = tried.some(({ figures }) => figures.hiddenShare <= mostHidden)
    if (changes > CHANGES.usual && enough) break
    const open = level
      .filter(({ figures }) => figures.hiddenShare > NEAR * mostHidden || changes === 1)
      .sort((a, b) => promise(b.figures, mostHidden) - promise(a.figures, mostHidden))
      .slice(0, BEAM)
    level = open.flatMap((one) => steps.flatMap((step) => look([...one.steps, step])))
  }
  return { tried, leftAside }
}

/** What is told, less what is hidden beyond the limit. */
function promise({ detailKept, hiddenShare }: Figures, mostHidden: number): number {
  return detailKept - Math.max(0, hiddenShare - mostHidden)
}
