import type { JobData } from '../../../platform/jobs.ts'
import type { Inspection } from '../model.ts'
import { findUpload, setUpload } from '../store/intake.ts'
import type { FundingDoors } from './doors.ts'
import { readIntake } from './read-intake.ts'

/** Reads the head of an uploaded file and proposes a mapping. Run as a job; running it again changes nothing. */
export async function inspectUpload(doors: FundingDoors, job: JobData) {
  const upload = await doors.inRegion(job, (db) => findUpload(db, job.id))
  if (upload?.status !== 'received') return
  let inspection: Inspection | null = null
  const task = {
    task: 'inspect',
    file: doors.files.path(job.regionId, job.id),
    name: upload.fileName,
  } as const
  const failure = await readIntake(
    doors.root,
    task,
    async (answer) => {
      if (answer.kind === 'inspected') inspection = answer.inspection
    },
    120,
  )
  await doors.inRegion(job, (db) =>
    failure || !inspection
      ? setUpload(db, job.id, {
          status: 'refused',
          refusal: failure ?? { kind: 'worker', reason: 'crashed' },
        })
      : setUpload(db, job.id, { status: 'read', inspection }),
  )
  if (failure) await doors.files.remove(job.regionId, job.id)
}
