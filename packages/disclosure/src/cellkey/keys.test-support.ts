import { createHmac } from 'node:crypto'
import { type Cube, layOut } from '../model/cube.ts'
import { buildDimension } from '../model/dimension.ts'
import { type KeyedHash, type KeyPurpose, recordKeys } from './record-keys.ts'

export function hmac(secret: string): KeyedHash {
  return (message) => createHmac('sha256', secret).update(message).digest()
}

/** Keys of records numbered from 0, under a secret. */
export function keysOf(count: number, secret: string, purpose: KeyPurpose = 'count'): Uint32Array {
  const ids = Array.from({ length: count }, (_, row) => `record-${row}`)
  const made = recordKeys(ids, hmac(secret), purpose)
  if (!made.ok) throw new Error(made.reason)
  return made.keys
}

/** A cube of plain dimensions of these sizes, each with its total. */
export function plainCube(...sizes: readonly number[]): Cube {
  const laid = layOut(
    sizes.map((size, d) => {
      const codes = Array.from({ length: size }, (_, k) => `${k}`)
      const built = buildDimension(`d${d}`, codes)
      if (!built.ok) throw new Error(built.reason)
      return built.dimension
    }),
  )
  if (!laid.ok) throw new Error(laid.reason)
  return laid.cube
}
