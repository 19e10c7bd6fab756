import { createRequire } from 'node:module'
import type { Highs, Model } from 'highs'
import type { OpenProgram, Program, Solver } from '../attack/linear-program.ts'

// Its types describe the CommonJS build, whose export is the loader itself.
const loadHighs: () => Promise<Highs> = createRequire(import.meta.url)('highs')

/**
 * HiGHS as the solver of an attacker. Each open program keeps its model and basis, so that the next question starts
 * where the last one ended.
 *
 * @throws Error when HiGHS ends three times with neither an optimum nor a proof that there is no point
 * @example const solver = await highsSolver()
 */
export async function highsSolver(): Promise<Solver> {
  const highs = await loadHighs()
  return { open: (program) => openProgram(highs, program) }
}

/**
 * Only the cost changes between questions: the last point stays feasible, and primal simplex goes on from it. Where
 * rounding leads it astray, others start afresh.
 */
const PRIMAL = { simplex_strategy: 4 }
const WAYS = [PRIMAL, { simplex_strategy: 1 }, PRIMAL]
/** Nodes of the search for a whole point that need not be the best. */
const FEW_NODES = 10
const ALL_NODES = 2 ** 31 - 1
/** Less than any cost. */
const NEVER_ENOUGH = -(2 ** 53)

function openProgram(highs: Highs, program: Program): OpenProgram {
  const linear = modelOf(highs, program, false)
  let opened: Model | null = null
  const whole = (mip_max_nodes: number, objective_target: number): Model => {
    opened ??= modelOf(highs, program, true)
    opened.options.set({ mip_max_nodes, objective_target })
    return opened
  }
  return {
    least: (cost) => solve(highs, linear, cost),
    leastWhole: (cost, enough = NEVER_ENOUGH) => solve(highs, whole(ALL_NODES, enough), cost),
    someWhole: (cost) => search(highs, whole(FEW_NODES, NEVER_ENOUGH), cost),
    close: () => {
      linear.dispose()
      opened?.dispose()
    },
  }
}

function modelOf(highs: Highs, program: Program, whole: boolean): Model {
  const columns = program.lower.length
  const rows = program.rowLower.length
  const { integer } = highs.constants.variableType
  const model = highs.createModel({
    numCols: columns,
    numRows: rows,
    colCost: new Float64Array(columns),
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: 'csr',
      numRows: rows,
      numCols: columns,
      starts: program.starts,
      indices: program.columns,
      values: new Float64Array(program.columns.length).fill(1),
    },
    ...(whole ? { integrality: new Int32Array(columns).fill(integer) } : {}),
  })
  // Costs are whole: closer than 1 to the least is the least.
  model.options.set({ output_flag: false, random_seed: 1, mip_rel_gap: 0, mip_abs_gap: 0.5 })
  model.options.set({ mip_feasibility_tolerance: 1e-7 })
  return model
}

function solve(highs: Highs, model: Model, cost: Float64Array): Float64Array | null {
  const { optimal, objectiveTarget, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus
  model.changeColsCost({ kind: 'range', from: 0, to: cost.length - 1 }, cost)
  const ends: number[] = []
  for (const way of WAYS) {
    model.options.set(way)
    const { modelStatus } = model.run()
    if (modelStatus === optimal || modelStatus === objectiveTarget) return model.getSolution().colValue
    // Every unknown is bounded, so that unbounded can only mean infeasible.
    if (modelStatus === infeasible || modelStatus === unboundedOrInfeasible) return null
    ends.push(modelStatus)
    model.clearSolver()
  }
  throw new Error(`HiGHS ended with model status ${ends.join(', ')}`)
}

function search(highs: Highs, model: Model, cost: Float64Array): Float64Array | null {
  model.changeColsCost({ kind: 'range', from: 0, to: cost.length - 1 }, cost)
  model.run()
  const { feasible } = highs.constants.solutionStatus
  return model.info.get('primal_solution_status') === feasible ? model.getSolution().colValue : null
}
