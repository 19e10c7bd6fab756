import { expect, it } from 'vitest'
import { openVersion, type ReleasedVersion } from './open-version.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const [before, later] = [new Date('2026-05-01T00:00:00Z'), new Date('2026-07-01T00:00:00Z')]
const release = (version: number, rest: Partial<ReleasedVersion> = {}): ReleasedVersion => ({
  version,
  releaseId: `r${version}`,
  replaces: null,
  openFrom: null,
  closesAt: null,
  withdrawnAt: null,
  ...rest,
})
const stateOf = (all: readonly ReleasedVersion[], version: number) => {
  const found = openVersion(all, version, NOW)
  return found.ok ? found.released.releaseId : found.reason
}

it('shows a version that stands, and one whose place a later has taken', () => {
  expect(stateOf([release(1)], 1)).toBe('r1')
  const replaced = [release(1, { withdrawnAt: before }), release(2, { replaces: 'r1' })]
  expect(stateOf(replaced, 1)).toBe('r1')
  expect(stateOf(replaced, 2)).toBe('r2')
})

it('shows none that was never published, or that is under embargo', () => {
  expect(stateOf([release(1)], 2)).toBe('never-open')
  expect(stateOf([release(1), release(2, { openFrom: later })], 2)).toBe('embargo')
  expect(stateOf([release(1, { closesAt: later }), release(2, { openFrom: later })], 1)).toBe('r1')
})

it('shows none that was taken back, also after a later version has come', () => {
  expect(stateOf([release(1, { withdrawnAt: before })], 1)).toBe('withdrawn')
  expect(stateOf([release(1, { withdrawnAt: before }), release(2)], 1)).toBe('withdrawn')
  const beforeItsTime = release(2, { replaces: 'r1', openFrom: new Date('2026-05-15T00:00:00Z') })
  expect(stateOf([release(1, { withdrawnAt: before }), beforeItsTime], 1)).toBe('withdrawn')
})

it('shows no version of a dataset that has been taken off, and none that never opened', () => {
  const gone = [release(1, { withdrawnAt: before }), release(2, { replaces: 'r1', withdrawnAt: before })]
  expect(stateOf(gone, 1)).toBe('withdrawn')
  const passedBy = [
    release(1, { withdrawnAt: before }),
    release(2, { replaces: 'r1', openFrom: new Date('2026-05-20T00:00:00Z'), withdrawnAt: before }),
    release(3, { replaces: 'r2' }),
  ]
  expect(stateOf(passedBy, 2)).toBe('never-open')
})

it('shows a version that was taken back and published anew', () => {
  const again = [release(1, { withdrawnAt: before }), release(1, { releaseId: 'again' })]
  expect(stateOf(again, 1)).toBe('again')
})
