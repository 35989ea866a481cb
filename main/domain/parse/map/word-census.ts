/** What a stretch of text is made of, counted in one pass. */
export interface WordCensus {
  /** Words: runs without a blank that hold a letter or a digit. */
  readonly words: number
  /** Words whose first letter is small, an opening quotation mark or bracket before it allowed. */
  readonly lowerWords: number
  /** The share of letters that are capitals, 0 to 1; 0 where there is no letter. */
  readonly capitals: number
}

const isUpper = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7)

const isLower = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 0xdf && unit !== 0xf7 && unit < 0x2000) || unit >= 0x2c00

const isOpener = (unit: number): boolean => unit === 34 || unit === 39 || unit === 40 || unit === 0x201c

/** Counts `raw` from `start` to `end`. Latin capitals are told from small letters; letters of other scripts count as small. */
export const takeCensus = (raw: string, start: number, end: number): WordCensus => {
  let words = 0
  let lowerWords = 0
  let upper = 0
  let letters = 0
  let isWord = false
  let atHead = true
  for (let at = start; at < end; at += 1) {
    const unit = raw.charCodeAt(at)
    if (unit <= 32 || unit === 0xa0) {
      isWord = false
      atHead = true
      continue
    }
    const small = isLower(unit)
    const capital = !small && isUpper(unit)
    if (small || capital) {
      letters += 1
      if (capital) upper += 1
    }
    if (!isWord && (small || capital || (unit >= 48 && unit <= 57))) {
      isWord = true
      words += 1
    }
    if (atHead && !isOpener(unit)) {
      if (small) lowerWords += 1
      atHead = false
    }
  }
  return { words, lowerWords, capitals: letters === 0 ? 0 : upper / letters }
}
