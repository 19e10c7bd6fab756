export { type Bar, BarChart, type BarChartProps, type BarGroup } from './charts/bar-chart.tsx'
export type { ChartProps, Sex } from './charts/chart-frame.tsx'
export { DotPlot, type DotPlotProps, type DotRow } from './charts/dot-plot.tsx'
export { IntervalMark, ShareBar } from './charts/interval-mark.tsx'
export { LineChart, type LineChartProps, type Series } from './charts/line-chart.tsx'
export { textWidth } from './charts/nice-scale.ts'
export { type AgeRow, Pyramid, type PyramidProps } from './charts/pyramid.tsx'
export { niceTicks } from './charts/scale.ts'
export { ScatterPlot, type ScatterPlotProps, type ScatterPoint } from './charts/scatter-plot.tsx'
export { type Step, StepChart } from './charts/step-chart.tsx'
export { WaterfallChart, type WaterfallPart } from './charts/waterfall-chart.tsx'
export { EmptyState, Notice, ProgressBar, Tag, UndoRemove, type VerdictKind } from './feedback.tsx'
export { Checkbox, type Choice, ErrorSummary, Field, type FieldError, FileForm, Select } from './form.tsx'
export { type LegendEntry, type MapArea, type MapProps, type MissingMark, paint } from './map/area.ts'
export { type Boundaries, type BoundaryOptions, type BoundaryUnit, readBoundaries } from './map/boundaries.ts'
export { BoundaryMap, type BoundaryMapProps } from './map/boundary-map.tsx'
export { type BoundaryPaths, boundaryPaths, type PathOptions } from './map/boundary-paths.ts'
export { BOUNDARY_REASONS, type BoundaryReason, type BoundaryRefusal } from './map/boundary-refusal.ts'
export {
  CLASS_METHODS,
  type Classes,
  type ClassMethod,
  type ClassOptions,
  type ClassRefusal,
  classify,
  type ValueClass,
} from './map/classes.ts'
export { type RankedPlace, Ranking, type RankingProps } from './map/ranking.tsx'
export { type ColourScale, heatClass, shadeClass } from './map/shade.ts'
export { type TileArea, TileMap, type TileMapProps } from './map/tile-map.tsx'
