import type { ColumnType } from 'kysely'

/** JSON that is written as text. */
export type Json<T> = ColumnType<T, string, string>
/** Set by the database when the row is made. */
export type Made = ColumnType<Date, never, never>
/** Empty until it is set. */
export type Later<T> = ColumnType<T | null, T | null | undefined, T | null>
