import { createHmac } from 'node:crypto'
import type { KeyedHash } from '@jamvikt/disclosure'

/**
 * A region's key for noise, made from its key for identity numbers but not it: whoever learns one has not the other.
 * It lasts as long as the installation: with a new one a list brought in again would have all its noise drawn anew.
 * @param identityKey of the region
 */
export function noiseKeyOf(identityKey: string): string {
  return createHmac('sha256', identityKey).update('microdata:record-keys').digest('base64url')
}

/**
 * The key for the records of one list as it stands: another for every version, since keys that stayed would show in which
 * cells a person who came, went or changed is. The same rows brought in again have the same: two draws could be averaged.
 * @param noiseKey of the region
 * @param digest of all rows
 */
export function listKeyOf(noiseKey: string, digest: string): string {
  return createHmac('sha256', noiseKey).update(`list:${digest}`).digest('base64url')
}

export function keyedBy(key: string): KeyedHash {
  return (message) => createHmac('sha256', key).update(message).digest()
}
