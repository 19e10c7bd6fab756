import type { LaidPassage, LaidPiece } from '../documents/laid-out.ts'

/** Passages of words, in the order they are read. */
export function ReportWords({ passages }: { passages: readonly LaidPassage[] }) {
  return (
    <>
      {passages.map(({ kind, lines }, at) => {
        if (kind === 'paragraph')
          return (
            <p key={at}>
              {lines.map((pieces, line) => (
                <>
                  {line > 0 ? <br /> : null}
                  {pieces.map(pieceOf)}
                </>
              ))}
            </p>
          )
        const items = lines.map((pieces, line) => <li key={line}>{pieces.map(pieceOf)}</li>)
        return kind === 'bullets' ? <ul key={at}>{items}</ul> : <ol key={at}>{items}</ol>
      })}
    </>
  )
}

function pieceOf(piece: LaidPiece) {
  if (piece.kind === 'strong') return <strong>{piece.text}</strong>
  if (piece.kind === 'emphasis') return <em>{piece.text}</em>
  return piece.kind === 'link' ? <a href={piece.href}>{piece.text}</a> : piece.text
}
