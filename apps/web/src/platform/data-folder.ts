import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartRefusal } from './config.ts'

/** When a process began, where the system tells: a process number alone may have passed to another program. */
function startedAt(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return null
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'running'
  } catch {
    return 'running'
  }
}

/** Takes the data folder for this process; refused while another live process holds it. Returns how to let go. */
export function takeDataFolder(dataDir: string): () => void {
  const lock = path.join(dataDir, 'in-use.lock')
  try {
    mkdirSync(dataDir, { recursive: true })
    if (existsSync(lock)) {
      const [pid = '', began = ''] = readFileSync(lock, 'utf8').split(' ')
      if (Number(pid) !== process.pid && startedAt(Number(pid)) === began)
        throw new StartRefusal(
          `The data folder ${dataDir} is in use by another Jämvikt (process ${pid}). Stop that one, or set JAMVIKT_DATA_DIR to another folder.`,
        )
      rmSync(lock)
    }
    writeFileSync(lock, `${process.pid} ${startedAt(process.pid)}`, { flag: 'wx' })
  } catch (error) {
    if (error instanceof StartRefusal) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new StartRefusal(
      code === 'EEXIST'
        ? `The data folder ${dataDir} was taken by another Jämvikt at this moment.`
        : `The data folder ${dataDir} is not writable (${code}). Mend its rights, or set JAMVIKT_DATA_DIR to another folder.`,
      { cause: error },
    )
  }
  return () => rmSync(lock, { force: true })
}
