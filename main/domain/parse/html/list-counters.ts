import type { HtmlAttributes } from './html-tokens'

/** Roman numerals are written up to here; no list of a filing reaches it. */
const longestRoman = 200

const roman = (value: number): string => {
  const signs: readonly (readonly [number, string])[] = [[100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4,
    'iv'], [1, 'i']]
  let rest = value
  let out = ''
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      out += sign
      rest -= worth
    }
  }
  return out
}

const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(1 + Math.floor((value - 1) / 26))

/** The number of an item as the `type` of its list writes it: `1.`, `a.`, `A.`, `iv.`, `IV.`. */
const written = (value: number, type: string): string => {
  if (value < 1 || value > longestRoman) return `${String(value)}.`
  const text = type === 'a' || type === 'A' ? letter(value) : type === 'i' || type === 'I' ? roman(value) : String(value)
  return `${type === 'A' || type === 'I' ? text.toUpperCase() : text}.`
}

/** Counts the items of the lists that are open, as a browser does to number them. */
export class ListCounters {
  readonly #lists: { readonly ordered: boolean; readonly type: string; last: number }[] = []

  get depth(): number {
    return this.#lists.length
  }

  open(name: string, attributes: HtmlAttributes): void {
    const start = Number.parseInt(attributes.get('start') ?? '1', 10)
    this.#lists.push({ ordered: name === 'ol', type: attributes.get('type') ?? '1', last: Number.isNaN(start) ? 0 : start - 1 })
  }

  close(): void {
    this.#lists.pop()
  }

  /** What stands before the next item of the innermost list; `value` is the number that the item gives itself, and the next ones count on from it. */
  next(value?: string): string {
    const list = this.#lists.at(-1)
    if (list === undefined || !list.ordered) return '•'
    const own = Number.parseInt(value ?? '', 10)
    list.last = Number.isNaN(own) ? list.last + 1 : own
    return written(list.last, list.type)
  }
}
