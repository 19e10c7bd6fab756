import type { protectSwedish } from './protect-sv.ts'

/** Texts of protection on the command line. */
export const protectEnglish: Record<keyof typeof protectSwedish, string> = {
  protectHelp: `jamvikt protect FILE --dims "COLUMN<GROUP,COLUMN …" --out CELLS.csv [options]

Counts the records of a file, with all sums, and hides cells until no small count can be worked out.

  --dims "A<B,C"        the columns to cross; A<B says that column B groups column A
  --threshold N         counts 1 to N−1 are sensitive; 5 by default
  --zeros publish|protect
                        empty cells are shown, or protected as small counts; publish by default
  --width W             every sensitive count keeps an interval this wide; 1, "never exact", by default
  --attackers 0,1       who is kept from knowing: 0 knows that counts are 0 or more, 1 also that no hidden
                        cell is empty; both by default
  --symmetry on|off     hide women and men together (a column named sex with two values); off by default
  --singletons on|off   protect against people who are alone in a cell and know it; off by default
  --keep COLUMN,…       columns whose totals alone must stay shown; sex by default, and always the total of all
  --ways K              only tables of at most K columns at a time, protected together
  --method suppress|cellkey|round
                        hide cells; add consistent noise; round to base 3 or 5. suppress by default
  --base 3|5            of round; 3 by default
  --noise D --variance V
                        of cellkey: noise of at most D (5) with variance V (3), a secret in JAMVIKT_CELL_KEY_SECRET
  --id COLUMN           of cellkey: a column that identifies each record; otherwise its row
  --seconds S           search for fewer hidden cells this long; otherwise a fixed number of rounds
  --seed N              the same seed and file give the same answer; 1 by default
  --out FILE            the cells as CSV
  --certificate FILE    the proof as JSON; for internal use, it holds hidden values
  --public-certificate  write the certificate that names neither cells nor witnesses instead
  --with-true-values    for analysts: true counts in every row, and which cells are sensitive
  --sheet NAME          the sheet of a workbook; otherwise the first that is filled
  --lang sv|en          language`,
  verifyHelp: `jamvikt verify CELLS.csv CERTIFICATE.json

Checks that protected cells keep what their certificate promises: the sums, which cells are sensitive, and a witness
for each. The certificate must be the internal one.

  --lang sv|en          language`,
  planHelp: `jamvikt plan-release FILE --dims "COLUMN<GROUP,COLUMN …" [--json [ANSWER.json]] [options]

Says which coarsening of a table shows most when it is protected: columns left out or replaced by their groups, values
or years merged, fewer columns in each crossing. Protects nothing.

  --dims "A<B,C"        the columns to cross; A<B says that column B groups column A
  --threshold N         counts 1 to N−1 are sensitive; 5 by default
  --zeros publish|protect
                        empty cells are shown, or protected as small counts; publish by default
  --keep COLUMN,…       columns that may not be changed and whose own totals are shown; sex by default
  --most-hidden SHARE   the share of the cells that may be hidden, in per cent; 10 by default
  --json [ANSWER.json]  write the proposals as JSON, into the file named last or else here
  --sheet NAME          the sheet of a workbook; otherwise the first that is filled
  --lang sv|en          language`,
  'protect.badDims':
    'The dimensions cannot be read at "{part}". Write columns with commas between, and A<B where column B groups column A; each column once.',
  'protect.reserved':
    'The column {name} cannot be a dimension: {names} are columns of the cells file. Rename it.',
  'protect.missing':
    '{file}: {rows} rows lack a value in a column that is crossed. Give what is missing a name of its own ("unknown"), so that the sums hold.',
  'protect.contradiction':
    'Column {grouping} cannot group {column}: {value} lies in {one} (row {row}) and in {other} (row {otherRow}).',
  'protect.tooManyCells':
    'The columns give {cells} cells, more than {most}. Cross fewer columns or group them.',
  'protect.codeTwice':
    'In column {column} the value {code} stands for two things: a value, a group, or the total. Rename one.',
  'protect.noLeaves': 'Column {column} has no values.',
  'protect.badChoice': '{name} is {value}; it can be {known}.',
  'protect.badAttackers': '--attackers is {value}; it can be 0, 1 or 0,1.',
  'protect.badSeconds': '--seconds is {value}; it must be a number above 0.',
  'protect.keepUnknown': '--keep names {name}, which is not among the dimensions: {names}.',
  'protect.noPair': '--symmetry on needs a dimension with two values named one of: {names}.',
  'protect.done':
    '{cells} cells: {sensitive} sensitive, {secondary} hidden with them ({share} % hidden in all; {suppressedMass} records counted in the cells hidden with them).',
  'protect.neverExact': 'Promise: no sensitive count can be worked out.',
  'protect.width': 'Promise: every sensitive count can take values at least {width} apart.',
  'protect.bothAttackers':
    'Against whoever knows that counts are 0 or more, and whoever also knows that no hidden cell is empty.',
  'protect.oneAttacker': 'Against whoever knows that counts are 0 or more.',
  'protect.zerosSame':
    'Empty cells are protected too, so a hidden cell may be empty: the two attackers know the same.',
  'protect.witnesses': 'Proved by {rows} witnesses, checked. The search took {seconds} s.',
  'protect.trueValues': 'The file holds true values: for analysts only, not to be passed on.',
  'protect.mustPublish':
    'These cells must stay shown but are themselves sensitive: {cells}. Merge rare values, name other columns in --keep or cross fewer columns.',
  'protect.unprotectable':
    'No way was found to protect sensitive cells, {cells} among them. Nothing was written.',
  'protect.conflicting': 'There is one if these do not have to stay shown: {cells} (--keep).',
  'protect.coarsen':
    'Group a column or leave one out (jamvikt plan-release shows which), lower --width, or use --method cellkey.',
  'protect.badOption': 'The rule {name} has a value that cannot be used.',
  'protect.badFigure': 'The figures do not hold together: {figure} at {cell}.',
  'protect.notWith': '{name} does not go with --method {method}.',
  'protect.noSecret':
    '--method cellkey needs a secret of at least 32 characters in the variable {name}. Keep it as long as the data: a new one draws all noise anew.',
  'protect.badNoise':
    '--noise and --variance do not go together with --threshold: {option} can be {least} to {most}.',
  'protect.badId': 'The record in line {row} of the data lacks an identity, or has that of another (--id).',
  'protect.noise':
    'Every cell of {cells} has noise of at most ±{most} (on average ±{mean}); {unchanged} % are unchanged. The same group always has the same noise. Sums do not add up exactly.',
  'protect.rounded':
    '{cells} cells rounded to multiples of {base}; they add up. Largest shift {largest}, on average {mean}; {beyond} cells lie beyond the multiple next to them.',
  'protect.knownSeed':
    'Without --seed the seed is 1, which everybody knows: for publication give one of your own, keep it secret, and keep to it.',
  'protect.roundedNotNext':
    'So for some cells a reader who knows the base can rule out more than within one multiple: see the largest shift.',
  'protect.notToVerify':
    'Only suppression has a certificate with witnesses; this one names method and parameters.',
  'verify.otherMethod':
    'The certificate is of the method {method}, which has no witnesses: only suppression can be verified.',
  'plan.table':
    '{cells} cells of {records} records, {sensitive} sensitive (counts below {threshold}). At most {most} of the cells may be hidden.',
  'plan.tableZeros':
    '{cells} cells of {records} records, {sensitive} sensitive (counts below {threshold}, empty ones included). At most {most} of the cells may be hidden.',
  'plan.none': 'Nothing that was tried stays below the limit; what hides least stands first.',
  'plan.column.rank': '#',
  'plan.column.hidden': 'hidden',
  'plan.column.detail': 'detail',
  'plan.column.records': 'records',
  'plan.column.cells': 'cells',
  'plan.column.sensitive': 'sensitive',
  'plan.column.changes': 'change',
  'plan.merged': 'The values have to be merged in the file first; --json lists them.',
  'plan.figures':
    'Hidden: of the cells. Detail: how much the shown cells tell of the records (entropy over all crossings) against the whole table with nothing hidden. Records: those in shown innermost cells.',
  'plan.estimated':
    '≈ is estimated, within a few percentage points, worse where more than two fifths are hidden. The rest is measured by a short search, or counted; jamvikt protect may hide somewhat fewer.',
  'plan.leftAside': '{count} changes were not tried since the table is large.',
  'plan.badShare': '--most-hidden is {value}; it must be per cent from 0 to 100.',
  'plan.tooManyDimensions': '--dims names more than {most} columns. Cross fewer.',
  'verify.badRow':
    '{file}, row {row}: freq must be a whole number and suppressed true or false (freq may be empty where suppressed).',
  'verify.notJson': '{file} is not JSON.',
  'verify.failed': 'NOT PROTECTED as the certificate says: {file}.',
  'verify.holds':
    'The certificate holds: {cells} cells, {sensitive} sensitive and {secondary} hidden with them, {rows} witnesses checked.',
  'verify.rules': 'Rule: counts below {threshold} are sensitive; attackers {attackers}.',
  'verify.not-a-certificate':
    'The certificate cannot be used: {where}. It must be the internal one, as jamvikt protect wrote it.',
  'verify.too-many-cells': 'The certificate is of more cells than can be checked.',
  'verify.unknown-cell': 'The cell {cell} is not in the certificate.',
  'verify.cell-twice': 'The cell {cell} stands twice.',
  'verify.cells-differ':
    'The cell {cell} is shown or hidden otherwise than in the certificate, or with another count.',
  'verify.bad-figure':
    'The figures of {cell} cannot be: parts are not the whole, or contributors not the amount.',
  'verify.notOfFile':
    'The certificate takes cells to be left out, known or empty by nature. Those of jamvikt protect never do: it cannot vouch for a file.',
  'verify.trueValues':
    'NOTE: the file holds counts of suppressed cells. It is for analysts only; do not pass it on.',
  'verify.otherColumns': 'NOTE: these columns are not checked and may tell what is hidden: {names}.',
  'verify.not-additive': 'The cell {cell} is not the sum of its parts.',
  'verify.sensitive-shown': 'The cell {cell} is sensitive by the rule, but shown.',
  'verify.must-publish-hidden': 'The cell {cell} must be shown, but is hidden.',
  'verify.empty-hidden': 'The cell {cell} is empty and hidden, though no hidden cell may be empty.',
  'verify.sibling-shown': 'The cell {cell} is hidden or shown without the one that goes with it.',
  'verify.no-witness': 'The sensitive cell {cell} has no witness.',
  'verify.hash-differs': 'The published cells are not those the certificate was made for.',
  'verify.counts-differ': 'The certificate counts cells otherwise than they are.',
  'verify.witness-breaks-sum': 'Witness {row} breaks a sum at {cell}.',
  'verify.witness-moves-published': 'Witness {row} moves a published cell: {cell}.',
  'verify.witness-below-bound': 'Witness {row} takes {cell} below what an attacker knows.',
  'verify.witness-too-narrow': 'Witness {row} moves {cell} by less than the promise.',
  'verify.witness-uses-single': 'Witness {row} rests on one person who may know: {cell}.',
}
