import { createHmac } from 'node:crypto'

/**
 * A region's key for noise, made from its key for identity numbers but not it: whoever learns one has not the other.
 * It lasts as long as the installation: a new key would draw all noise anew, and two draws could be averaged.
 * @param identityKey of the region
 */
export function noiseKeyOf(identityKey: string): string {
  return createHmac('sha256', identityKey).update('microdata:record-keys').digest('base64url')
}
