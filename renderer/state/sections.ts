import type { Section } from '#contract/filing'

/** The sections that hold a source offset, from the outermost in. */
export const sectionsAt = (sections: readonly Section[], offset: number): readonly Section[] =>
  sections
    .filter(({ range }) => offset >= range.start && offset < range.end)
    .sort((a, b) => a.level - b.level || a.range.start - b.range.start)

/** The sections that an outline lists: one entry for each title and place, since a heading that names two items makes two of the same range. */
export const outlineOf = (sections: readonly Section[]): readonly Section[] =>
  sections
    .filter(({ title }) => title.trim() !== '')
    .toSorted((a, b) => a.range.start - b.range.start || a.level - b.level)
