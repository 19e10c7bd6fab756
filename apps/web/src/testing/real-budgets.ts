export { jamtland, stockholm, tableCells } from '../modules/plan/money/real-budgets.test-support.ts'
