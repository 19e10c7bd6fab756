// All SQL of microdata. Columns have names of our own (d0, d1, …; a0, …), so that no name of a file is ever part of a
// statement; codes are bound. Another engine is taken into use by changing this file.

/** What the files of a list hold: how many dimensions and amounts, and whether rows have weights. */
export interface FileShape {
  readonly dimensions: number
  readonly amounts: number
  readonly weighted: boolean
}

const KEYS = 4_294_967_296

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)

/** Text between quotes of SQL: for paths, which a statement cannot take as values everywhere. */
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Columns of the rows: categories by place, weight in millionths, amounts in hundredths, and the record's three keys. */
export function rowsTable(shape: FileShape): string {
  const columns = [
    ...upTo(shape.dimensions).map((d) => `d${d} USMALLINT`),
    ...(shape.weighted ? ['w DOUBLE'] : []),
    ...upTo(shape.amounts).map((a) => `a${a} DOUBLE`),
    'k UINTEGER',
    ...(shape.amounts > 0 ? ['ka UINTEGER', 'kc UINTEGER'] : []),
  ]
  return `CREATE TABLE micro_rows (${columns.join(', ')})`
}

/** Keeps the rows, by their keys: the order of the file that they came in is gone. */
export function keepRows(shape: FileShape, path: string): string {
  const columns = [
    ...upTo(shape.dimensions).map((d) => `d${d}`),
    ...(shape.weighted ? ['w::BIGINT AS w'] : []),
    ...upTo(shape.amounts).map((a) => `a${a}::BIGINT AS a${a}`),
    'k',
    ...(shape.amounts > 0 ? ['ka', 'kc'] : []),
  ]
  return `COPY (SELECT ${columns.join(', ')} FROM micro_rows ORDER BY k) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`
}

/**
 * Sums the rows by all dimensions at once: n rows, the sum of their keys modulo 2^32, weights; and for each amount the
 * same of the rows that have it (n, k, w), how many have more than nothing (p), what they have together (s), the keys of those that have more than nothing
 * (q), the three largest contributions (t1–t3) and the key of whom the largest is (c; among equals the smallest).
 * A contribution is the amount times the weight, in whole hundredths.
 */
export function sumRows(shape: FileShape): string {
  const dimensions = upTo(shape.dimensions).map((d) => `d${d}`)
  const contribution = (a: number) =>
    shape.weighted ? `((a${a}::HUGEINT * w::HUGEINT + 500000) // 1000000)::BIGINT` : `a${a}::BIGINT`
  const columns = [
    'count(*)::UINTEGER AS n',
    `${keySum('k')} AS k`,
    ...(shape.weighted ? ['sum(w::BIGINT)::BIGINT AS w'] : []),
    ...upTo(shape.amounts).flatMap((a) => [
      `count(x${a})::UINTEGER AS n${a}`,
      `coalesce(${keySum('k', `x${a} IS NOT NULL`)}, 0) AS k${a}`,
      ...(shape.weighted ? [`coalesce(sum(w::BIGINT) FILTER (x${a} IS NOT NULL), 0)::BIGINT AS w${a}`] : []),
      `count(x${a}) FILTER (x${a} > 0)::UINTEGER AS p${a}`,
      `coalesce(sum(x${a}), 0)::BIGINT AS s${a}`,
      `coalesce(${keySum('ka', `x${a} > 0`)}, 0) AS q${a}`,
      ...upTo(3).map((i) => `coalesce(list_extract(max(x${a}, 3), ${i + 1}), 0)::BIGINT AS t${a}_${i + 1}`),
      `coalesce(${unpacked(`max(${packed(`x${a}`, 'kc')}) FILTER (x${a} > 0)`)}, 0)::UINTEGER AS c${a}`,
    ]),
  ]
  const rows = upTo(shape.amounts).map((a) => `${contribution(a)} AS x${a}`)
  return `CREATE TABLE micro_cells AS SELECT ${[...dimensions, ...columns].join(', ')} FROM (SELECT ${['*', ...rows].join(', ')} FROM micro_rows) GROUP BY ${dimensions.join(', ')} ORDER BY ${dimensions.join(', ')}`
}

export function keepCells(path: string): string {
  return `COPY micro_cells TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`
}

/** The sums of all rows: what no cell can be above. */
export function wholeSums(shape: FileShape): string {
  const sums = [
    ...(shape.weighted ? ['sum(w)::DOUBLE'] : ['0::DOUBLE']),
    ...upTo(shape.amounts).map((a) => `sum(s${a})::DOUBLE`),
  ]
  return `SELECT ${sums.join(', ')} FROM micro_cells`
}

/** The rows of a foreign Parquet file, each value as text. */
export const FOREIGN_ROWS = 'SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet($1)'

/** Takes a list's sums into memory under a name of ours. */
export function loadCells(table: string, path: string): string {
  return `CREATE TABLE ${table} AS SELECT * FROM read_parquet(${literal(path)})`
}

export function dropCells(table: string): string {
  return `DROP TABLE IF EXISTS ${table}`
}

/** What is crossed: the place of each dimension among those of the list, and how far apart its nodes lie in the cube. */
export interface CrossPlan {
  readonly crossed: readonly { readonly dimension: number; readonly stride: number }[]
  /** What is chosen by filter: what is not lies one stride on. */
  readonly fixed: readonly {
    readonly dimension: number
    readonly category: number
    readonly stride: number
  }[]
  /** Amounts whose sums are wanted. */
  readonly amounts: readonly number[]
  readonly weighted: boolean
}

/**
 * The finest cells of a crossing that are not empty. Their totals are the sums of these, keys included: the same as
 * `GROUPING SETS` would give, in a fraction of its time, since sums of keys modulo 2^32 may be taken in any order.
 *
 * Columns: cell, n, k, w (0 where rows have no weights), and for each wanted amount n, k, w, p, s, q, t1, t2, t3, t4, t5
 * (among which the three largest contributions are) and c.
 */
export function crossCells(
  table: string,
  plan: CrossPlan,
): { readonly text: string; readonly values: number[] } {
  const cell = [
    ...plan.crossed.map(({ dimension, stride }) => `d${dimension}::INTEGER * ${stride}`),
    ...plan.fixed.map(
      ({ dimension, stride }, i) => `(d${dimension} <> $${i + 1}::USMALLINT)::INTEGER * ${stride}`,
    ),
  ]
  const weight = (column: string) => (plan.weighted ? `sum(${column})::DOUBLE` : '0::DOUBLE')
  const columns = [
    `(${cell.length === 0 ? '0' : cell.join(' + ')})::INTEGER AS cell`,
    'sum(n)::DOUBLE',
    keySum('k'),
    weight('w'),
    ...plan.amounts.flatMap((a) => [
      `sum(n${a})::DOUBLE`,
      keySum(`k${a}`),
      weight(`w${a}`),
      `sum(p${a})::DOUBLE`,
      `sum(s${a})::DOUBLE`,
      keySum(`q${a}`),
      // Whatever stands second or third of its row is among the three largest of all only as the largest of its kind.
      ...upTo(3).map((i) => `coalesce(list_extract(max(t${a}_1, 3), ${i + 1}), 0)::DOUBLE`),
      `max(t${a}_2)::DOUBLE`,
      `max(t${a}_3)::DOUBLE`,
      `${unpacked(`max(${packed(`t${a}_1`, `c${a}`)})`)}::UINTEGER`,
    ]),
  ]
  return {
    text: `SELECT ${columns.join(', ')} FROM ${table} GROUP BY cell`,
    values: plan.fixed.map(({ category }) => category),
  }
}

/** Figures of `crossCells` after cell, n, k and w: so many for each amount. */
export const AMOUNT_COLUMNS = 12

/** A sum of whole keys modulo 2^32: exact, whatever the order. */
function keySum(column: string, filter?: string): string {
  const only = filter === undefined ? '' : ` FILTER (${filter})`
  return `(sum(${column}::BIGINT)${only} % ${KEYS})::UINTEGER`
}

/** A contribution and whose it is as one number: the largest is the largest contribution, by the smallest key. */
const packed = (contribution: string, key: string) =>
  `${contribution}::HUGEINT * ${KEYS} + (${KEYS - 1} - ${key}::HUGEINT)`
const unpacked = (whole: string) => `(${KEYS - 1} - (${whole}) % ${KEYS})`

/** What a process may do: no file outside the folder, no more memory or threads than these, and no way to change it. */
export function bounds(folder: string, memoryMegabytes: number): readonly string[] {
  return [
    `SET memory_limit = '${memoryMegabytes}MB'`,
    'SET threads = 2',
    "SET temp_directory = ''",
    'SET autoinstall_known_extensions = false',
    'SET autoload_known_extensions = false',
    `SET allowed_directories = [${literal(folder)}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ]
}
