export { forecastOfPlan } from './service/plan-forecast.ts'
export { RiskBanner } from './ui/forecast-table.tsx'
