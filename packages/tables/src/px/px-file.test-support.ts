/** What a made-up file says where a test says nothing else. The keywords may be replaced one by one, or left out. */
const STATEMENTS = {
  CHARSET: '"ANSI"',
  LANGUAGE: '"sv"',
  DECIMALS: '0',
  MATRIX: '"M"',
  'SUBJECT-AREA': '"Stöd"',
  'SUBJECT-CODE': '"S"',
  TITLE: '"Ansökningar"',
  CONTENTS: '"Ansökningar"',
  UNITS: '"antal"',
  STUB: '"kön"',
  HEADING: '"år"',
  'VALUES("kön")': '"kvinnor","män"',
  'VALUES("år")': '"2023","2024"',
  'CODES("kön")': '"1","2"',
} as const

/** A small PX file as bytes; `undefined` leaves a statement out. Statements stand on lines of their own. */
export function pxFile(
  changes: Readonly<Record<string, string | undefined>> = {},
  data = '1 2 \n3 4;',
  encoding: BufferEncoding = 'latin1',
): Buffer {
  const lines = Object.entries({ ...STATEMENTS, ...changes })
    .filter(([, value]) => value !== undefined)
    .map(([head, value]) => `${head}=${value};`)
  return Buffer.from(`${lines.join('\n')}\nDATA=\n${data}\n`, encoding)
}
