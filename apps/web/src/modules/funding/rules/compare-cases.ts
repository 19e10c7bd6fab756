export interface CaseContent {
  readonly caseId: string
  readonly content: string
}

/** Which cases a later state of a period adds and removes; a changed case is removed as it was and added as it is. */
export function compareCases(before: readonly CaseContent[], after: readonly CaseContent[]) {
  const old = new Map(before.map((one) => [one.caseId, one.content]))
  const now = new Map(after.map((one) => [one.caseId, one.content]))
  return {
    removed: before.filter((one) => now.get(one.caseId) !== one.content).map((one) => one.caseId),
    added: after.filter((one) => old.get(one.caseId) !== one.content).map((one) => one.caseId),
  }
}
