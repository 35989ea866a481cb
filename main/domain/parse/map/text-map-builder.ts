import type { TextMap } from '#contract/range'

/** The shown text of one block with the map that leads back to its source. */
export interface MappedText {
  readonly text: string
  readonly map: TextMap
}

/**
 * Builds the shown text of one block piece by piece, in source order. White space is collapsed while it is pushed: a run
 * becomes one space, and none is written at the start of the text. Offsets are UTF-16 code units of the decoded file.
 */
export interface TextMapBuilder {
  /** Length of the shown text so far. */
  readonly length: number
  /** Appends `text` that stands in the source code unit by code unit from `sourceStart`; the caller has no white space to collapse in it. */
  text(text: string, sourceStart: number): void
  /** Appends `text` that stands for the whole of `sourceStart` to `sourceEnd` (an entity, a C1 code point, a joined hyphen). */
  atomic(text: string, sourceStart: number, sourceEnd: number): void
  /**
   * Appends one space that stands for `sourceStart` to `sourceEnd` (a white-space run, a tag that separates, the gap
   * between two cells; may be empty). Where the text is empty or already ends in a space, nothing is appended.
   */
  separator(sourceStart: number, sourceEnd: number): void
  /** Appends `raw` from `start` to `end` with each white-space run collapsed to one space. */
  collapsed(raw: string, start: number, end: number): void
  /** The text and map, without a trailing space. The builder must not be used afterwards. */
  finish(): MappedText
}

/** Whether a code unit is white space to a reader: the HTML and SGML blanks, and the no-break space, which collapses too. */
export const isBlank = (unit: number): boolean =>
  unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0xfeff
  || (unit > 0x167f && (unit === 0x1680 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028 || unit === 0x2029
    || unit === 0x202f || unit === 0x205f || unit === 0x3000))

class Builder implements TextMapBuilder {
  readonly #parts: string[] = []
  readonly #map: number[] = []
  #length = 0
  #endsInSpace = true

  get length(): number {
    return this.#length
  }

  text(text: string, sourceStart: number): void {
    if (text.length === 0) return
    this.#append(text, sourceStart, text.length)
    this.#endsInSpace = isBlank(text.charCodeAt(text.length - 1))
  }

  atomic(text: string, sourceStart: number, sourceEnd: number): void {
    if (text.length === 0) return
    this.#append(text, sourceStart, sourceEnd - sourceStart)
    this.#endsInSpace = isBlank(text.charCodeAt(text.length - 1))
  }

  separator(sourceStart: number, sourceEnd: number): void {
    if (this.#endsInSpace) return
    this.#append(' ', sourceStart, sourceEnd - sourceStart)
    this.#endsInSpace = true
  }

  collapsed(raw: string, start: number, end: number): void {
    let at = start
    while (at < end) {
      const from = at
      while (at < end && isBlank(raw.charCodeAt(at))) at += 1
      if (at > from) this.separator(from, at)
      const word = at
      while (at < end && !isBlank(raw.charCodeAt(at))) at += 1
      if (at > word) this.text(raw.slice(word, at), word)
    }
  }

  finish(): MappedText {
    const map = this.#map
    let text = this.#parts.join('')
    if (text.endsWith(' ')) {
      text = text.slice(0, -1)
      const last = map.length - 4
      const shown = map[last + 1] ?? 0
      const source = map[last + 3] ?? 0
      if (shown === 1) map.length = last
      else {
        map[last + 1] = shown - 1
        if (shown === source) map[last + 3] = source - 1
      }
    }
    return { text, map }
  }

  #append(text: string, sourceStart: number, sourceLength: number): void {
    const map = this.#map
    const shown = text.length
    const last = map.length - 4
    if (last >= 0 && shown === sourceLength && map[last + 1] === map[last + 3]
      && (map[last + 2] ?? 0) + (map[last + 3] ?? 0) === sourceStart) {
      map[last + 1] = (map[last + 1] ?? 0) + shown
      map[last + 3] = (map[last + 3] ?? 0) + shown
    } else map.push(this.#length, shown, sourceStart, sourceLength)
    this.#parts.push(text)
    this.#length += shown
  }
}

/** A new, empty builder. */
export const createTextMap = (): TextMapBuilder => new Builder()
