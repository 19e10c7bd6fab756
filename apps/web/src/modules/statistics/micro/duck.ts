import { type DuckDBConnection, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api'
import { bounds } from './cube-sql.ts'

/** A database in memory that can reach one folder. */
export async function openDuck(folder: string, memoryMegabytes: number): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const bound of bounds(folder, memoryMegabytes)) await connection.run(bound)
  return connection
}

/** The figures of one piece of an answer: one array a column, valid until the next piece. */
export type FigurePiece = readonly (ArrayLike<number> & { readonly length: number })[]

/** Goes through an answer of whole numbers and doubles of 64 bits at most, none missing, piece by piece. */
export async function eachPiece(
  result: DuckDBResult,
  take: (columns: FigurePiece, rows: number) => void,
): Promise<void> {
  for (;;) {
    const chunk = await result.fetchChunk()
    if (chunk === null || chunk.rowCount === 0) return
    const columns = Array.from({ length: chunk.columnCount }, (_, at) => figuresOf(chunk.getColumnVector(at)))
    take(columns, chunk.rowCount)
  }
}

function figuresOf(vector: object): ArrayLike<number> {
  const items = 'items' in vector ? vector.items : undefined
  if (items instanceof Float64Array || items instanceof Int32Array || items instanceof Uint32Array)
    return items
  throw new TypeError('a column of the engine holds no plain figures')
}
