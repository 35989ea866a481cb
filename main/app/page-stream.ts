/** How many code units of a page are handed on at a time. */
const PIECE = 65_536

const isHalfOfTwo = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** Where the piece that begins at `from` ends: no character of two code units is cut. */
const endOf = (text: string, from: number): number => {
  const end = Math.min(text.length, from + PIECE)
  return end < text.length && isHalfOfTwo(text.charCodeAt(end - 1)) ? end - 1 : end
}

/** The text in UTF-8, made piece by piece as it is read; `onTaken` is told how many code units were taken so far. */
export const streamPage = (text: string, onTaken: (taken: number) => void): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let from = 0
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const end = endOf(text, from)
      if (end > from) controller.enqueue(encoder.encode(text.slice(from, end)))
      from = end
      onTaken(from)
      if (from === text.length) controller.close()
    }
  }, { highWaterMark: 0 })
}
