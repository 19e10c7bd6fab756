import type { ComponentChildren } from 'preact'

export interface FigureColumn<Row> {
  readonly heading: string
  readonly show: (row: Row) => ComponentChildren
  /** Text rather than figures. */
  readonly isText?: boolean
}

/** A table of figures: a heading and a column each, a row a heading and its figures. On a phone every row is a block. */
export function FiguresTable<Row>(props: {
  caption: string
  /** What the rows are. */
  rowsName: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  head: (row: Row) => ComponentChildren
  columns: readonly FigureColumn<Row>[]
}) {
  const { caption, rows, columns } = props
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table class="figures stack">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.rowsName}</th>
            {columns.map(({ heading, isText }) => (
              <th scope="col" class={isText ? undefined : 'n'} key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={props.keyOf(row)}>
              <th scope="row">{props.head(row)}</th>
              {columns.map(({ heading, show, isText }) => (
                <td class={isText ? undefined : 'n'} data-label={heading} key={heading}>
                  {show(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A part of the analysis: what it asks, and the page that tells how it is answered. */
export function AnalysisSection(props: {
  title: string
  method: string
  methodText: string
  children: ComponentChildren
}) {
  return (
    <section class="card">
      <h2>{props.title}</h2>
      {props.children}
      <p class="note">
        <a href={`/method/${props.method}`} aria-label={`${props.methodText}: ${props.title}`}>
          {props.methodText}
        </a>
      </p>
    </section>
  )
}

/** A figure with the number of persons that it is of under it. */
export function WithCount({ figure, n }: { figure: string; n: string }) {
  return (
    <span>
      {figure}
      <br />
      <span class="note">n = {n}</span>
    </span>
  )
}
