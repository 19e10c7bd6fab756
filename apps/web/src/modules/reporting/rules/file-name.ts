import { oneLine } from './plain-text.ts'

const MOST = 120
// What Windows, macOS or a header take amiss, and invisible marks.
const NOT_IN_NAMES = /[\\/:*?"<>|%;\p{Cf}\p{Co}]/gu

/** A title as the name of a file, without ending: its own letters, nothing that means something to a disk. */
export function fileName(title: string): string {
  const name = [...oneLine(title).replaceAll(NOT_IN_NAMES, ' ').replaceAll(/\s+/g, ' ')]
    .slice(0, MOST)
    .join('')
    .replace(/^[ .]+|[ .]+$/g, '')
  return /^$|^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? 'jamvikt' : name
}

/** How an answer names the file it is: for old readers in plain letters, for all others as it is. */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7E]/g, '-')
    .replaceAll(/["\\]/g, '')
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
