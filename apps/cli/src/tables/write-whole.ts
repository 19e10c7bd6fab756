import { open, realpath, rename, rm, stat } from 'node:fs/promises'

/** A place that cannot be replaced by a file: a folder, a device, a pipe. */
export class NotAFileError extends Error {}

/**
 * Writes a file as its bytes come: beside its place first, and moved there when it is whole. Until then what stood there
 * stays. The target of a link is replaced, not the link.
 * @throws NotAFileError, and what the system refuses
 */
export async function writeWhole(file: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const target = await realpath(file).catch(() => file)
  const found = await stat(target).catch(() => null)
  if (found !== null && !found.isFile()) throw new NotAFileError(file)
  const part = `${target}.${process.pid}.part`
  const handle = await open(part, 'wx')
  try {
    try {
      await handle.writeFile(chunks)
    } finally {
      await handle.close()
    }
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
