export const SERVER_FLAGS: readonly string[]
export function buildWhenChanged(nodePath?: string): Promise<void>
