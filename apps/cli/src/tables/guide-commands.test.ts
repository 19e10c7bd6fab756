import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { workplace } from '../run-cli.test-support.ts'

const GUIDES = join(import.meta.dirname, '../../../../docs/guide')
/** A made-up table of one cell for each sex, with texts in both languages. */
const PX = `CHARSET="ANSI";
CODEPAGE="utf-8";
LANGUAGE="sv";
LANGUAGES="sv","en";
MATRIX="F";
SUBJECT-CODE="BE";
SUBJECT-AREA="Befolkning";
TITLE="Folkmängd efter kön";
TITLE[en]="Population by sex";
CONTENTS="Folkmängd";
UNITS="antal";
DECIMALS=0;
STUB="kön";
STUB[en]="sex";
VALUES("kön")="kvinnor","män";
VALUES[en]("sex")="women","men";
CODES("kön")="K","M";
DATA=
5 4;
`

it.each(['sv', 'en'])('every command of the guide in %s does what it says', async (language) => {
  const guide = readFileSync(join(GUIDES, `statistics.${language}.md`), 'utf8')
  const commands = [...guide.matchAll(/^ {4}npx --no-install jamvikt (.*)$/gm)].map(([, text = '']) =>
    text.split(' '),
  )
  expect(commands.length).toBeGreaterThan(4)
  const files = commands.map(([, file = '']) => file)
  const place = workplace(Object.fromEntries(files.map((file) => [file, PX])))
  try {
    for (const args of commands) {
      expect(await place.run(args), args.join(' ')).toMatchObject({ exit: 0, err: '' })
      const [name, , output = ''] = args
      if (name === 'convert') expect(existsSync(join(place.folder, output))).toBe(true)
    }
  } finally {
    place.leave()
  }
})
