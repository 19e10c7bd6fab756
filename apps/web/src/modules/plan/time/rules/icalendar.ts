/** A day in a calendar. */
export interface CalendarDay {
  /** Stays the same for the same thing, however often the calendar is fetched. */
  readonly uid: string
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly summary: string
  readonly description: string
  readonly changedAt: Date
}

const MOST_OCTETS = 75

/**
 * Days as a calendar by RFC 5545: whole days that do not mark anybody as busy, lines folded at 75 octets.
 * @example iCalendar('Handlingsplan', [{ uid: 'a@b', day: '2026-03-01', summary: 'Möte', description: '', changedAt }])
 */
export function iCalendar(name: string, days: readonly CalendarDay[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jamvikt//Time plan//SV',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ uid, day, summary, description, changedAt }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp(changedAt)}`,
      `DTSTART;VALUE=DATE:${bare(day)}`,
      `DTEND;VALUE=DATE:${bare(dayAfter(day))}`,
      `SUMMARY:${escaped(summary)}`,
      ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
}

/** A long line goes on in the next after a space; no character is split. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const sign of line) {
    const size = octetsOf(sign.codePointAt(0) ?? 0)
    if (octets + size > MOST_OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += sign
    octets += size
  }
  return text
}

/** How many octets a character is in UTF-8. */
function octetsOf(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

function bare(day: string): string {
  return day.replaceAll('-', '')
}

function dayAfter(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}

function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}
