import { type Passage, type Piece, passagesOf } from '../rules/words.ts'

/** A person’s words: paragraphs, lists, words that stand out and links. */
export function Words({ text }: { text: string }) {
  return (
    <>
      {passagesOf(text).map((passage, at) => (
        <PassageOf key={at} {...passage} />
      ))}
    </>
  )
}

function PassageOf({ kind, lines }: Passage) {
  if (kind === 'paragraph')
    return (
      <p>
        {lines.map((pieces, at) => (
          <>
            {at > 0 ? <br /> : null}
            {pieces.map(pieceOf)}
          </>
        ))}
      </p>
    )
  const items = lines.map((pieces, at) => <li key={at}>{pieces.map(pieceOf)}</li>)
  return kind === 'bullets' ? <ul>{items}</ul> : <ol>{items}</ol>
}

function pieceOf(piece: Piece) {
  if (piece.kind === 'strong') return <strong>{piece.text}</strong>
  if (piece.kind === 'emphasis') return <em>{piece.text}</em>
  return piece.kind === 'link' ? <a href={piece.href}>{piece.text}</a> : piece.text
}
