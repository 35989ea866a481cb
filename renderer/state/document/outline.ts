import type { Block, Section } from '#contract/filing'
import type { TextRange } from '#contract/range'

/** One line of the outline. `parts` are the headings inside a section that open no section of their own. */
export interface OutlineEntry {
  readonly id: string
  readonly label: string
  readonly level: number
  readonly range: TextRange
  readonly parts: readonly OutlineEntry[]
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** What a section is called in lists: its title on one line, its Part or Item before it where the title leaves that out. */
export const labelOf = ({ part, item, title }: Section): string => {
  const words = oneLine(title)
  if (item === null && part !== null) return words === '' ? `Part ${part}` : `Part ${part}. ${words}`
  return item !== null && /^\d/.test(item) && !/^item/i.test(words) ? `Item ${item}. ${words}` : words
}

/** One entry for each title and place: a heading that names two items makes two sections of the same range. */
const ordered = (sections: readonly Section[]): readonly Section[] =>
  sections.filter(({ title, part, item }) => title.trim() !== '' || (part !== null && item === null)).toSorted((a, b) =>
    a.range.start - b.range.start || a.level - b.level
  )

/** The outline of a document: its sections in order, each with the headings that stand in it before the next section begins. */
export const outlineOf = (sections: readonly Section[], blocks: readonly Block[]): readonly OutlineEntry[] => {
  const listed = ordered(sections)
  const starts = new Set(listed.map(({ range }) => range.start))
  const headings = blocks.filter(({ kind, ranges }) => kind === 'heading' && !starts.has(ranges[0]?.start ?? -1))
  let next = 0
  const take = (end: number): OutlineEntry[] => {
    const parts: OutlineEntry[] = []
    for (let block = headings[next]; block && (block.ranges[0]?.start ?? 0) < end; block = headings[next]) {
      parts.push({ id: block.id, label: oneLine(block.text), level: block.level ?? 1, range: block.ranges[0] ?? { start: 0, end: 0 },
        parts: [] })
      next += 1
    }
    return parts
  }
  const front = take(listed[0]?.range.start ?? Infinity)
  if (listed.length === 0) return front
  return listed.map((section, at) => ({
    id: section.id,
    label: labelOf(section),
    level: section.level,
    range: section.range,
    parts: take(listed[at + 1]?.range.start ?? Infinity)
  }))
}
