import { measuresEnglish } from './measures/measures-en.ts'
import type { swedish } from './messages-sv.ts'
import { protectEnglish } from './protect/protect-en.ts'
import { tablesEnglish } from './tables/tables-en.ts'

/** The English texts of the command line. */
export const english: Record<keyof typeof swedish, string> = {
  ...measuresEnglish,
  ...protectEnglish,
  ...tablesEnglish,
  help: `jamvikt – audit whom the money reaches, and measure inequality

  jamvikt audit FILE --mapping MAPPING.json …      whom the money reaches, step by step
  jamvikt decompose FILE --outcome … --group …     divide the difference between two groups
  jamvikt maihda FILE --n … --factors …            intersectional multilevel analysis
  jamvikt segregation FILE --unit … --group …      how unevenly groups are spread
  jamvikt precision FILE --population … --by …     how many to ask in each group
  jamvikt protect FILE --dims … --out …            tables with hidden cells, and their proof
  jamvikt verify CELLS CERTIFICATE                 check the proof
  jamvikt plan-release FILE --dims …               which coarser table shows most
  jamvikt convert FILE NEW_FILE                    a statistical table in another format
  jamvikt describe FILE                            what a statistical table holds
  jamvikt region add …                             open a region in a database of your own
  jamvikt backup --region SLUG FILE                a whole region in one file
  jamvikt restore FILE                             put a region back from its file

"jamvikt COMMAND --help" shows all options.`,
  auditHelp: `jamvikt audit FILE --mapping MAPPING.json [options]

Reads a list of applications (CSV, Excel or JSON; one row a case or a group) and shows rates of grants,
kronor, and where along the way women's share is lost.

  --mapping FILE     what the columns mean (JSON); required
  --by A,B           dimensions to cross: sex, background, age, industry, municipality, county,
                     supportForm, unit, year; sex by default
  --base FILE        base table: how many firms or inhabitants there are in each group
  --json FILE        writes all figures as JSON
  --csv FILE         writes the groups as CSV
  --refused FILE     writes the rows that are not counted, with reasons, as CSV
  --threshold N      smallest count in a group that is shown: 3 or more; 5 by default
  --working          true figures without protection, only for those who may see them
  --reference LABEL  the group to compare with, for instance men
  --leader-rule R    whose sex is meant: owner majority, CEO, board or project leader
  --gap A/B          two more groups whose gap is divided: background=foreignBorn/background=native
  --lang sv|en       language

Without --working the figures are protected: small groups are hidden (··) together with those that could
give them away. The protection holds for one answer. Do not publish several answers with different --by
from the same list.

Exits with 0 when all went well, 2 when something must be put right, 1 for a fault in the program.`,
  didYouMean: 'Did you mean {suggestions}?',
  commandMissing: 'Say what to do, for instance: jamvikt audit FILE --mapping MAPPING.json',
  commandUnknown: 'There is no command {name}.',
  optionUnknown: 'There is no option {name}.',
  optionNeedsValue: 'The option {name} needs a value.',
  optionTakesNoValue: 'The option {name} takes no value.',
  fileMissing: 'Say which file to read.',
  tooManyFiles: 'Only one file can be read: {name} is one too many.',
  mappingOptionMissing: 'The option --mapping is missing: a JSON file that says what the columns mean.',
  badThreshold: '--threshold must be a whole number of 3 or more, not {value}.',
  badLanguage: '--lang must be sv or en, not {value}.',
  badLeaderRule: 'There is no --leader-rule {value}. Choose among: {known}.',
  leaderRuleUnknown: 'The list has no sex by the rule {value}. It has: {known}.',
  byUnknown: '--by {value} is not in the list. Choose among: {known}.',
  byNotStated: '--by {value}: the mapping does not say where it stands in the file.',
  referenceUnknown: '--reference {value} is no group of what is audited.',
  cannotRead: '{file} cannot be read: {reason}.',
  'fault.ENOENT': 'it does not exist',
  'fault.EACCES': 'you have no right to it',
  'fault.EISDIR': 'it is a folder',
  'fault.ENOSPC': 'the disk is full',
  overwrites: '{file} is read or written already; choose another name so that nothing is lost.',
  cannotWrite: '{file} cannot be written: {reason}.',
  mappingNotJson: '{file} is not valid JSON: {reason}.',
  atPath: '{file}, {path}: {text}',
  inFile: '{file}: {text}',
  sexInferred:
    'The sex is inferred, not stated. Such figures can never be protected and published; --working shows them to you.',
  noCases: 'No row of the file could be counted.',
  tooManyGroups: 'The crossing gives {groups} groups, more than {limit}. Take a dimension out of --by.',
  tooManyLabels: '{name} has more than 65,536 different values.',
  figuresIncomplete:
    'Row {row}: {field} is missing but stands in other rows. Fill it in or take the column out of the mapping.',
  tableUnfit: 'The table cannot be summed ({reason}, row {row}).',
  regionNeeds: '{option} is needed',
  backupHelp: `jamvikt backup --region SLUG FILE
jamvikt restore FILE

backup writes everything that a region has into one file: tables, plans, cases, history, microdata and the passwords of
its members (hashed). Only whoever wrote the file may read it; keep it as you keep the database. restore puts the region
back into a database that does not have it, and only accepts it when what was put back equals what was saved.

The database is DATABASE_URL. Without it the embedded one in JAMVIKT_DATA_DIR is used; stop the server first. The keys
for noise and for hidden identity numbers belong to the installation and do not come along: save secrets.json of the
data folder apart.`,
  backupFileMissing: 'Say which file: jamvikt backup --region SLUG FILE, or jamvikt restore FILE.',
  backedUp: '{region}: {rows} rows saved in {file}. Checksum {sha256}.',
  restored: '{region}: {rows} rows put back, equal to what was saved. Checksum {sha256}.',
  regionOpened:
    'The region is open. Its administrator sets a password here, once and within a day:\n{address}',
  crashed: 'A fault in the program: {reason}',
  baseRefused: 'The base table {file}{place}: {text}',
  place: ', row {row}',
  placeColumn: ', column {column}',
  'base.no-sex': 'no column gives the sex',
  'base.no-count': 'no column gives the count',
  'base.several-counts': 'more than one column gives the count',
  'base.unknown-column': 'the column is unknown and tells rows apart; take it out',
  'base.columns-disagree': 'two columns for the same thing differ',
  'base.no-rows': 'it has no rows',
  'base.bad-row': 'the row does not fit the header',
  'base.bad-count': 'the count is not a whole number',
  'base.bad-sex': 'the value is no sex',
  'base.bad-place': 'there is no such place',
  'base.industry-code-ambiguous': 'the industry code may have lost a leading zero',
  'base.industry-levels-mixed': 'an industry stands both whole and in parts',
  'base.duplicate': 'the group stands in an earlier row already',
  reading: 'Reading {percent}',
  title: 'Audit of {file}',
  working: 'Working view: true figures without protection. Do not pass them on.',
  protected: 'Protected figures, smallest count in a group that is shown: {threshold}.',
  inferredNote: 'The sex is inferred, not stated.',
  rule: 'Sex is that of {rule}.',
  'rule.owner majority': 'the majority of the owners',
  'rule.CEO': 'the chief executive',
  'rule.board': 'the board',
  'rule.project leader': 'the project leader',
  rows: '{rows} rows read, {refused} not counted.',
  refusedRow: '  row {row}{column}: {reason}{value}',
  refusedMore: '  … and {count} more reasons; --refused FILE writes all.',
  missingStages: 'Missing in the data: {stages}.',
  hidden: '·· is hidden so that nobody can be disclosed: {hidden} of {groups} groups.',
  moreGroups: '… and {count} more groups; --json or --csv writes all.',
  everybody: 'Everybody',
  total: 'Total',
  'column.group': 'Group',
  'column.applied': 'Applied',
  'column.decided': 'Decided',
  'column.granted': 'Granted',
  'column.rate': 'Rate',
  'column.interval': '95 % interval',
  'column.ratio': 'Ratio',
  'column.holm': 'Holm p',
  'column.amount': 'Granted kr',
  'column.shareAmount': 'Of the kronor',
  'column.verdict': 'Verdict',
  'column.step': 'Step',
  'column.points': 'Percentage points',
  'column.mix': 'Between industries',
  'column.within': 'Within industry',
  gapSum: 'From {entering} to the money',
  gapTitle: "How women's share changes in each step (minus: falls)",
  otherGapTitle: 'How the share of {first} changes in each step, against {other} (minus: falls)',
  otherGapPerUnit: 'Kronor for each one, counted on {entering}: {first}, {other}.',
  otherGapUnknown: 'The gap between {first} and {other} cannot be divided ({reason}).',
  badGap:
    '--gap takes two groups of the same dimensions with a slash between, for instance background=foreignBorn/background=native, not {value}.',
  gapNotCrossed: '--gap: {names} must be in --by.',
  'otherGap.no-amount-stage': 'no amounts granted',
  'otherGap.no-count-stage': 'no counts',
  'otherGap.group-missing': 'one of the groups is not there',
  'otherGap.group-suppressed': 'the figures of one of the groups are hidden',
  'otherGap.nobody-enters': 'nobody is in the first stage',
  'otherGap.other-has-no-amount': 'the other group has no kronor granted',
  'otherGap.empty-stage-before-full': 'a stage is empty before one that is not',
  gapPerUnit: 'Kronor for each woman, counted on {entering}: {women}. For each man: {men}.',
  gapUnknown: 'The gap cannot be split into stages ({reason}).',
  'gap.no-amount-stage': 'no amounts granted',
  'gap.no-count-stage': 'no counts',
  'gap.group-missing': 'women or men are not there',
  'gap.group-suppressed': 'the figures of women or men are hidden',
  'gap.nobody-enters': 'nobody is in the first stage',
  'gap.other-has-no-amount': 'men have no kronor granted',
  'gap.empty-stage-before-full': 'a stage is empty before one that is not',
  fewer: 'fewer',
  more: 'more',
  'stage.base': 'the base',
  'stage.applied': 'applications',
  'stage.decided': 'decisions',
  'stage.granted': 'grants',
  'stage.amount': 'the money',
  'stage.amountApplied': 'amounts applied for',
  'stage.amountGranted': 'amounts granted',
  'verdict.differenceShown': 'difference shown',
  'verdict.noDifferenceShown': 'no difference shown',
  'verdict.insufficientEvidence': 'insufficient evidence',
  'verdict.reference': 'reference',
  sayNoDecisions: 'The list holds no refusals, so no rate of grants can be computed.',
  sayNothingToCompare: 'There are no two groups to compare.',
  sayInsufficient: 'The data do not suffice to say whether rates of grants differ ({compared} comparisons).',
  sayNoDifference:
    'No difference in rates of grants is shown ({compared} comparisons, {unclear} with insufficient data).',
  sayDifference:
    'The rate of grants is {rate} for {group} against {referenceRate} for {reference}: {shortfall} {fewer} grants. {shown} of {compared} comparisons show a difference.',
  sayGap:
    "Women's share goes from {shareEntering} ({entering}) to {shareAmount} of the kronor; most is lost between {from} and {to} ({part} percentage points).",
  saySplit: 'Of the gap, {mix} percentage points lie between industries and {within} within them.',
  simpsonReversal:
    "Overall women's rate of grants is {overall} than men's, but within {dimension} it points the other way ({adjusted} percentage points).",
  simpsonMixed:
    "Overall women's rate of grants is {overall} than men's; within {dimension} it is lower in {lower} groups and higher in {higher} ({adjusted} percentage points on average).",
  lower: 'lower',
  higher: 'higher',
  equal: 'neither higher nor lower',
  written: 'Wrote {file}.',
  'label.women': 'women',
  'label.men': 'men',
  'label.other': 'other sex',
  'label.native': 'born in Sweden',
  'label.foreignBorn': 'born abroad',
  'label.notAsked': 'not asked',
  'label.noAnswer': 'no answer',
  'label.declined': 'declined to answer',
  'label.notApplicable': 'not applicable',
  'label.withheld': 'withheld',
  'label.several': 'several',
  'label.undated': 'undated',
  'dimension.sex': 'sex',
  'dimension.background': 'background',
  'dimension.age': 'age',
  'dimension.industry': 'industry',
  'dimension.municipality': 'municipality',
  'dimension.county': 'county',
  'dimension.supportForm': 'support form',
  'dimension.unit': 'unit',
  'dimension.year': 'year',
}
