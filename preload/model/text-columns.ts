/** Lines of a text in columns that are looked at to tell where numbers stand. */
const SAMPLE = 2_000

/**
 * The places of a text in columns where no line has a number or a word, in characters from its left edge, ascending: it can be cut there without
 * tearing anything apart. Where every place tears something, those that tear no number.
 */
export const gutters = (lines: readonly string[]): readonly number[] => {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const numbers = new Uint8Array(width + 1)
  const words = new Uint8Array(width + 1)
  for (const line of lines.slice(0, SAMPLE)) {
    for (const { 0: found, index } of line.matchAll(/\S+/g)) {
      const marks = /\d/.test(found) ? numbers : words
      for (let at = index + 1; at < index + found.length; at += 1) marks[at] = 1
    }
  }
  const free: number[] = []
  const whole: number[] = []
  for (let at = 0; at <= width; at += 1) {
    if (numbers[at] === 1) continue
    whole.push(at)
    if (words[at] === 0) free.push(at)
  }
  return free.length > 3 ? free : whole
}

/** The width of the column of labels in front of the numbers of a text in columns, in characters; 0 where there is none. */
export const stubWidth = (lines: readonly string[]): number => {
  const begins: number[] = []
  for (const line of lines.slice(0, SAMPLE)) {
    const label = /^\s*[A-Za-z("'].*?(?:\.{3,}\s*|\s{2,}|\s(?=[$(]))/.exec(line)?.[0]
    if (label !== undefined && label.length < line.length) begins.push(label.length)
  }
  if (begins.length < 2) return 0
  begins.sort((a, b) => a - b)
  return begins[Math.floor(begins.length * 0.1)] ?? 0
}
