import type { MicroDoors } from '../doors.ts'

/** Removes the files of a list, or of a version that another took the place of, and what the engine has read of them. */
export async function forgetFiles(
  doors: Pick<MicroDoors, 'micro' | 'cubes'>,
  regionId: string,
  fileId: string,
) {
  await doors.micro.remove(regionId, fileId)
  doors.cubes.forget(doors.micro.cells(regionId, fileId))
}
