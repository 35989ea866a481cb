const SUBJECTS = ['The Company', 'Management', 'The board', 'Our northern unit', 'The trial', 'The new line', 'Each clinic', 'The licensee']
const VERBS = ['expects', 'reported', 'will begin', 'completed', 'may delay', 'reviewed', 'could raise', 'has measured']
const OBJECTS = ['a second study of the gel', 'revenue of $14.2 million', 'enrollment at 31 sites', 'its credit facility',
  'a response in 63% of patients', 'the terms of the agreement', 'an inventory of 4,106 units', 'the results of the review']
const TAILS = ['in the second half of 2007', 'compared with $12.9 million a year earlier', 'at certain time points',
  'before the end of the quarter', 'under the new protocol', 'on terms not yet agreed', 'with p=0.03', 'across all regions']
const HEADINGS = ['FIRST FINDING', 'RESULTS OF OPERATIONS', 'OUTLOOK', 'LIQUIDITY', 'CLINICAL UPDATE']

/** A small seeded generator (mulberry32), so that every run measures the same text. Yields numbers in [0, 1). */
export const seeded = (seed: number): () => number => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const wrap = (text: string, width: number): string => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line].join('\n')
}

/**
 * A wrapped plain-text release of a fictional company with headings, page breaks and about `characters` ASCII characters, for
 * measuring. The same seed gives the same text.
 */
export const generateRelease = (characters: number, seed: number): string => {
  const random = seeded(seed)
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? ''
  const sentence = (): string => `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} ${pick(TAILS)}.`
  const parts: string[] = ['EXHIBIT 99.1\n\n', '                    ELDER MOOR INSTRUMENTS REPORTS ITS QUARTER\n\n\n']
  let length = 0
  for (let n = 1; length < characters; n += 1) {
    const paragraph = wrap(Array.from({ length: 3 + Math.floor(random() * 5) }, sentence).join(' '), 80)
    const heading = n % 6 === 0 ? `${pick(HEADINGS)}\n` : ''
    const page = n % 14 === 0 ? `<PAGE>\n\n${n / 14}\n\n` : ''
    const part = `${page}${heading}${paragraph}\n\n`
    parts.push(part)
    length += part.length
  }
  return `${parts.join('')}\n                                       ###\n`
}
