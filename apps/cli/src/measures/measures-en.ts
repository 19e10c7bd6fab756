import type { measuresSwedish } from './measures-sv.ts'

/** Texts of the measures on the command line. */
export const measuresEnglish: Record<keyof typeof measuresSwedish, string> = {
  decomposeHelp: `jamvikt decompose FILE --outcome COLUMN --group COLUMN --a VALUE --x COLUMN,COLUMN … [options]

Divides the difference in means between two groups (Oaxaca–Blinder): what goes with the characteristics and what
does not, threefold and twofold with six references, in whole and by characteristic.

  --outcome COLUMN   the outcome, a number
  --group COLUMN     who belongs to which group
  --a VALUE          group A; the difference is A less B
  --b VALUE          group B; otherwise all others
  --x COLUMN,…       the characteristics: numbers, or yes and no
  --dummies NAME=COLUMN+COLUMN
                     0/1 columns that belong together and are normalised, without the omitted category; repeatable
  --weights COLUMN   weights
  --log              use the logarithm of the outcome
  --binary           the outcome is 0 or 1: logistic regression (Yun)
  --bootstrap R      standard errors from R resamples, 50 or more; otherwise the delta method
  --seed S           seed of the resampling; 1 by default
  --sheet NAME       the sheet of a workbook; otherwise the first that is filled
  --json FILE        writes all figures as JSON
  --lang sv|en       language

Rows with a missing value in a column that is used are left out and counted.`,
  maihdaHelp: `jamvikt maihda FILE --n COLUMN --factors COLUMN,COLUMN … (--mean COLUMN --ss COLUMN | --successes COLUMN)

Intersectional multilevel analysis (MAIHDA) of a table with a row for each group (stratum).

  --n COLUMN            persons in the group
  --mean COLUMN         mean of the outcome in the group
  --ss COLUMN           sum of squares around the group's own mean
  --successes COLUMN    or: how many have the outcome, for an outcome that is yes or no
  --factors COLUMN,…    the factors that together make the group
  --quadrature K        points of quadrature, 1–50; 1 is Laplace (with --successes only)
  --bootstrap R         intervals of VPC and PCV from R simulations, 50 or more
  --seed S              seed of the simulations; 1 by default
  --sheet NAME       the sheet of a workbook; otherwise the first that is filled
  --json FILE           writes all figures as JSON
  --lang sv|en          language`,
  segregationHelp: `jamvikt segregation FILE --unit COLUMN (--group COLUMN --n COLUMN | --counts COLUMN,COLUMN …) [options]

How unevenly groups are spread over units: M and H (mutual information), D, Karmel–MacLachlan's IP, isolation.

  --unit COLUMN        the unit: industry, workplace, school
  --group COLUMN       the group, with a row for each unit and group
  --n COLUMN           the count
  --counts COLUMN,…    or: a column of counts for each group, with a row for each unit
  --cluster COLUMN     what the units belong to, for segregation between and within
  --a VALUE            the group that D is about; otherwise both of two, or each against the rest
  --b VALUE            the one it is compared with; otherwise all others
  --bootstrap R        errors, intervals and correction for small numbers from R draws, 20 or more, and what
                       chance alone gives
  --seed S             seed of the draws; 1 by default
  --sheet NAME       the sheet of a workbook; otherwise the first that is filled
  --json FILE          writes all figures as JSON
  --lang sv|en         language`,
  precisionHelp: `jamvikt precision FILE --population COLUMN --by COLUMN,… --margin 0.05 [options]
jamvikt precision --compare 0.30/0.20 [options]

How many to ask in each group for each group's share to be as certain as wanted, or how many answers two groups
need for a difference to show.

  --population COLUMN    how many there are in the group; rows of the same group are added
  --by COLUMN,…          what together makes the group
  --margin M             wanted margin of error: 0.05 or 5 %
  --share P              expected share; 0.5 by default, which asks for most
  --confidence C         0.95 by default
  --response-rate R      share expected to answer; everyone by default
  --design-effect D      what weights and clusters cost; 1 by default
  --compare A/B          the shares in two groups of equal size
  --power S              chance that the difference shows; 0.8 by default
  --alpha A              risk of a false alarm; 0.05 by default
  --sheet NAME       the sheet of a workbook; otherwise the first that is filled
  --json FILE            writes all figures as JSON
  --lang sv|en           language`,
  'measure.unprotected':
    'True figures without protection, only for those who may see the file. Nothing here has been judged for publication.',
  'measure.usedTwice': 'The column {name} is given for two things.',
  'measure.row': 'row {row}',
  'decompose.sameGroup': '--a and --b are the same group, {value}.',
  'decompose.caseDiffers':
    '{column} has both {value} and {other}, which differ in case only. Write them alike, or name the other group with --b.',
  'maihda.noQuadrature': '--quadrature goes with --successes.',
  'measure.noSheet': '{file} has no sheet {sheet}. It has: {sheets}.',
  'measure.noFile': '{file} does not exist, or is no file that can be opened.',
  'measure.columnsAre': 'The columns are: {names}.',
  'measure.columnsOfSheet':
    'The sheet that was read is {sheet}, with the columns: {names}. The header must be the first filled row of the sheet.',
  'measure.otherSheets': 'Other sheets: {sheets}. Choose one with --sheet.',
  'decompose.intercept': '(constant)',
  'decompose.base': '(omitted category)',
  'decompose.groups': '{a}: {rowsA} rows, mean {meanA}. {b}: {rowsB} rows, mean {meanB}. Difference {gap}.',
  'decompose.ratio': 'The outcome is logged: the difference amounts to {ratio}.',
  'decompose.few': 'At least one group has fewer than 100 rows: read the parts with great caution.',
  'maihda.few':
    'Fewer than 20 groups: the variance between them is hardly known, so read VPC and PCV with great caution.',
  'maihda.sameGroup':
    '{place}: an earlier row has the same {factors}. Add the factor that tells them apart to --factors, or sum the table.',
  'segregation.dOf': 'D {group} against {against}',
  'measure.optionMissing': '{name} is missing.',
  'measure.badWhole': '{name} must be a whole number of {least} or more, not {value}.',
  'measure.columnUnknown': '{file}: there is no column {name}.',
  'measure.badRow':
    '{file}, row {row}: the row has more or fewer fields than the header. Are there decimal commas in a file with commas between the fields? Save it with semicolons.',
  'measure.unreadable': '{file}, row {row}, {column}: the value cannot be read as a number or a text.',
  'measure.noRows': '{file}: no row has values in all columns that are used.',
  'measure.notANumber':
    '{file}, row {row}, {column}: “{value}” is not a number. If the value is missing, leave it empty; if it is a category, make 0/1 columns of it and name them with --dummies.',
  'measure.numberUnclear':
    '{file}, row {row}, {column}: “{value}” could be thousands or a decimal. Write it without a thousands sign, and decimals alike in the whole file.',
  'measure.numbersMixed':
    '{file}, row {row}, {column}: “{value}” writes decimals in another way than the rows before.',
  'measure.refused': '{culprit}: {text}',
  'measure.place': 'row {row}, {column}',
  'measure.rows': '{rows} rows counted, {dropped} without a value in a column that is used.',
  'measure.more': '… and {count} more groups; --json writes all.',
  'measure.to': 'to',
  'column.model': 'Model',
  'column.method': 'Method',
  'column.between': 'Between',
  'column.inside': 'Within',
  'column.observed': 'Observed',
  'column.expected': 'Expected',
  'column.residual': 'Residual',
  'column.variable': 'Characteristic',
  'column.part': 'Part',
  'column.se': 'Std. error',
  'column.reference': 'Reference',
  'column.explained': 'Explained',
  'column.unexplained': 'Unexplained',
  'refusal.empty': 'there is nothing to compute from',
  'refusal.empty-group': 'the group is empty',
  'refusal.not-finite': 'the number is missing or infinite',
  'refusal.negative': 'the number is negative',
  'refusal.not-whole': 'the number is not whole',
  'refusal.out-of-range': 'the number is out of range',
  'refusal.successes-above-n': 'more have the outcome than there are in the group',
  'refusal.unequal-length': 'the columns differ in length',
  'refusal.duplicate': 'it stands more than once',
  'refusal.unknown-name': 'there is no such name',
  'refusal.unbalanced': 'the figures do not fit together',
  'refusal.all-zero': 'everything is zero',
  'refusal.zero-weights': 'all weights are zero',
  'refusal.too-few': 'there are too few to compute from',
  'refusal.too-many': 'there are too many to compute from',
  'refusal.no-variance': 'the values do not vary',
  'refusal.collinear':
    'it is constant or follows entirely from the others; take one of them out. Of 0/1 columns for the same thing one category must be left out',
  'refusal.separated': 'all or none have the outcome there, so no finite estimate exists',
  'refusal.undefined': 'the measure does not exist for these figures',
  'refusal.not-converged': 'the search ended without an answer',
  'decompose.title': 'Decomposition of the difference in {outcome}: {a} less {b}, {file}',
  'decompose.titleRates':
    'Decomposition of the difference in the rate of {outcome}: {a} less {b}, {file} (Yun)',
  'decompose.otherGroups': '{rows} rows belong to other groups and are not included.',
  'decompose.delta': 'Standard errors by the delta method.',
  'decompose.bootstrap': 'Standard errors from {draws} resamples, {failed} without a solution.',
  'decompose.threefold': 'Threefold',
  'decompose.twofold': 'Twofold',
  'decompose.endowments': 'Endowments',
  'decompose.coefficients': 'Coefficients',
  'decompose.interaction': 'Interaction',
  'decompose.reference.a': 'coefficients of {a}',
  'decompose.reference.b': 'coefficients of {b}',
  'decompose.reference.equal': 'mean of both',
  'decompose.reference.size': 'weighted by size',
  'decompose.reference.pooled': 'pooled (Neumark)',
  'decompose.reference.pooled-with-group': 'pooled with group (Jann)',
  'decompose.badDummies': '--dummies is written NAME=COLUMN+COLUMN, once for each name, not {value}.',
  'decompose.logBinary': '--log and --binary do not go together.',
  'decompose.groupUnknown': '{column} has no value {value}. It has: {known}.',
  'decompose.oneGroup': '{column} has one value only, so there are no two groups.',
  'decompose.logNeedsPositive': 'Row {row}, {column}: the logarithm needs a number above zero.',
  'decompose.inGroup': '{column} among {group}',
  'maihda.outcome': 'Give either --mean and --ss, or --successes.',
  'maihda.title': 'Intersectional multilevel analysis of {file}',
  'maihda.empty': '{count} groups without persons are left out.',
  'maihda.null': 'null',
  'maihda.main': 'main effects',
  'maihda.method.reml': 'REML',
  'maihda.method.ml': 'ML',
  'maihda.method.laplace': 'Laplace',
  'maihda.method.quadrature': 'quadrature',
  'maihda.pcvBoth': 'PCV (drop in variance between groups): {reml} by REML, {ml} by ML.',
  'maihda.pcv': 'PCV (drop in variance between groups): {ml}.',
  'maihda.odds': 'Median odds ratio {mor}, {morMain} with main effects. AUC {auc}.',
  'maihda.bootstrap': 'Intervals from {draws} simulations: VPC {vpc}, with main effects {main}, PCV {pcv}.',
  'maihda.strata': 'The groups, largest residual relative to its uncertainty first',
  'maihda.flag.higher': 'higher',
  'maihda.flag.lower': 'lower',
  'maihda.flag.notShown': 'insufficient evidence',
  'column.measure': 'Measure',
  'column.value': 'Value',
  'column.corrected': 'Corrected',
  'column.chance': 'By chance',
  'column.share': 'Share',
  'column.isolation': 'Isolation',
  'column.local': 'Local (ls)',
  'column.cluster': 'Area',
  'column.population': 'Population',
  'column.needed': 'Answers needed',
  'column.asked': 'Asked',
  'column.answers': 'Expected answers',
  'column.margin': 'Margin (percentage points)',
  'segregation.layout': 'Give either --group and --n, or --counts.',
  'segregation.bNeedsA': '--b needs --a.',
  'segregation.title': 'Segregation in {file}',
  'segregation.size': '{units} units, {groups} groups, {total} persons.',
  'segregation.empty': 'Without persons and so left out: {names}.',
  'segregation.others': 'others',
  'segregation.between': 'between areas',
  'segregation.within': 'within areas',
  'precision.fileOrCompare': 'Give either a file or --compare.',
  'precision.badNumber': '{name} must lie between {low} and {high}, not {value}. Write 0.05 or 5 %.',
  'precision.badCompare':
    '--compare takes two different shares between 0 and 1 with a slash between, for instance 0.30/0.20, not {value}.',
  'precision.badPower': '--power must be larger than half of --alpha.',
  'precision.tooClose': 'The shares lie too close.',
  'precision.comparison':
    'To show the difference between {first} and {second}, {perGroup} answers are needed in each group; {asked} must be asked. The chance that it shows is then {power}, at {alpha} risk of a false alarm. This is for one comparison alone.',
  'precision.title': 'Precision plan, population from {file}',
  'precision.dropped': '{rows} rows without a value in a column that is used are left out.',
  'precision.empty': 'Groups without persons, left out: {groups}.',
  'precision.census': 'everyone is asked',
  'precision.notReached': 'not enough: everyone is asked, but too few are expected to answer',
}
