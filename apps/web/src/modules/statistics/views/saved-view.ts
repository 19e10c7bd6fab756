/** A dataset looked at in one way, kept by somebody under a name. */
export interface SavedView {
  readonly id: string
  readonly datasetId: string
  readonly name: string
  /** The address of the view: what is shown and how. */
  readonly view: string
  /** The version that the view is held to; `null` for the latest. */
  readonly version: number | null
  /** Whether everybody in the region sees it, or whoever made it alone. */
  readonly shared: boolean
  readonly createdAt: Date
  readonly createdBy: string
  readonly authorName: string
}

/** The address of a saved view within its dataset's page. */
export function addressOf({ view, version }: Pick<SavedView, 'view' | 'version'>): string {
  const query = new URLSearchParams(view)
  if (version !== null) query.set('version', String(version))
  return `?${query}`
}
