// A message of several megabytes travels as pieces; all but the last begin with '+', the last with '.'.
// Sender and receiver are strictly in order, so pieces of two messages never mix.

const PIECE_LENGTH = 4_000_000

/** @param {string} text @returns {string[]} */
function textPieces(text) {
  const pieces = []
  for (let at = 0; at + PIECE_LENGTH < text.length; at += PIECE_LENGTH) {
    pieces.push(`+${text.slice(at, at + PIECE_LENGTH)}`)
  }
  pieces.push(`.${text.slice(pieces.length * PIECE_LENGTH)}`)
  return pieces
}

/** Returns the whole text with the last piece, null before. */
function createPieceJoiner() {
  /** @type {string[]} */
  let parts = []
  return (/** @type {string} */ piece) => {
    parts.push(piece.slice(1))
    if (piece[0] === '+') return null
    const text = parts.join('')
    parts = []
    return text
  }
}

if (typeof module !== 'undefined') module.exports = { textPieces, createPieceJoiner }
