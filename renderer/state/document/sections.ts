import type { Section } from '#contract/filing'

/** The sections that hold a source offset, from the outermost in. */
export const sectionsAt = (sections: readonly Section[], offset: number): readonly Section[] =>
  sections
    .filter(({ range }) => offset >= range.start && offset < range.end)
    .sort((a, b) => a.level - b.level || a.range.start - b.range.start)
