import { isIP } from 'node:net'

/**
 * The address that a request comes from. Behind proxies of one's own the connection is the nearest proxy's, and each
 * proxy has added whom it heard from at the end of `X-Forwarded-For`: what stands further to the left was said by the
 * visitor and is not believed.
 * @param direct address of the connection
 * @param forwarded the header `X-Forwarded-For`
 * @param proxies how many proxies of one's own every request passes, 0 for none
 */
export function peerAddress(direct: string, forwarded: string | undefined, proxies: number): string {
  if (proxies === 0) return direct
  const told = (forwarded ?? '').split(',').map((address) => address.trim())
  const address = told.at(-proxies) ?? ''
  return isIP(address) === 0 ? direct : address
}
