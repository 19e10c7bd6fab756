import { type ByteSource, openBytes } from '../bytes.ts'
import type { TableInput } from '../open-table.ts'
import { type StatRefusal, StatRefusedError } from '../stat/refusal.ts'
import { TableRefusedError } from '../table.ts'

/** Opens what may be open already. @throws StatRefusedError `too-large`; TableRefusedError `cannot-read-file` */
export async function openSource(input: TableInput | ByteSource, mostBytes: number): Promise<ByteSource> {
  const isOpen = typeof input === 'object' && 'chunks' in input
  const source = isOpen ? input : await openBytes(input, mostBytes)
  if (source.size > mostBytes)
    throw new StatRefusedError('too-large', { detail: `${source.size} > ${mostBytes}` })
  return source
}

/** Does the work; a refusal that it throws is its result. */
export async function orRefusal<T>(work: () => Promise<T>): Promise<T | StatRefusal> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof StatRefusedError) return cause.refusal
    if (cause instanceof TableRefusedError) return { ok: false, reason: cause.refusal.reason }
    throw cause
  }
}
