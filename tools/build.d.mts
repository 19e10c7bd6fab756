export function buildWhenChanged(nodePath?: string): Promise<void>
