/** A way back within the site, or the start page: nothing that a browser could read as another place. */
export function ownAddress(text: string | undefined): string {
  if (!text || !URL.canParse(text, 'http://here')) return '/'
  const url = new URL(text, 'http://here')
  return url.origin === 'http://here' && text.startsWith('/') ? url.pathname + url.search : '/'
}
