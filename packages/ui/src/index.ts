export { Checkbox, type Choice, ErrorSummary, Field, type FieldError, Select } from './form.tsx'
export { EmptyState, Notice, ProgressBar, Tag, type VerdictKind } from './feedback.tsx'
