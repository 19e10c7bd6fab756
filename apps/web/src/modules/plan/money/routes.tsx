import type { Web } from '../../../platform/http/context.ts'
import type { PlanDoors } from '../doors.ts'
import { addBudgetPages } from './routes-budgets.tsx'
import { addCellPages } from './routes-cells.tsx'
import { addMoveDecision } from './routes-decision.tsx'
import { addMoneyFiles } from './routes-downloads.ts'
import { addForecastPage } from './routes-forecast.tsx'
import { addLedgerPages } from './routes-ledger.tsx'
import { addMovePages } from './routes-moves.tsx'
import { addNewBudget } from './routes-new-budget.tsx'

/** A plan’s money: budgets, the ledger, forecasts, moves. */
export function addMoney(app: Web, doors: PlanDoors) {
  addBudgetPages(app, doors)
  addNewBudget(app, doors)
  addCellPages(app, doors)
  addMoneyFiles(app, doors)
  addLedgerPages(app, doors)
  addForecastPage(app, doors)
  addMovePages(app, doors)
  addMoveDecision(app, doors)
}
