export { anyPlan } from '../modules/plan/exchange/rules/any-plan.test-support.ts'
export { planJson } from '../modules/plan/exchange/rules/canonical.ts'
export { readPlanJson } from '../modules/plan/exchange/rules/read-json.ts'
