import type { Tag } from '#contract/annotation'
import type { NoteWords } from '#contract/note'
import { type FilterMark, NONE } from '../marks/mark-filter'
import { type Citation, wordsCitation } from '#model/note-citation'
import { type NoteBlock, wordsOfBlocks } from '../notes/note-words'
import { countWords } from '#model/words'

/** What the marks of a summary are put under. */
export type SummaryGrouping = 'section' | 'tag'

/** What a summary is made of: marks in the order of the filing. `sequenceAt` names the document at a source offset, `day` is `YYYY-MM-DD`. */
export interface SummarySource {
  readonly marks: readonly FilterMark[]
  readonly tags: readonly Tag[]
  readonly title: string
  readonly day: string
  readonly grouping: SummaryGrouping
  readonly sequenceAt: (offset: number) => number
}

const headingOf = (mark: FilterMark, { grouping, tags }: SummarySource): string => {
  if (grouping === 'section') return mark.values.section[0] ?? 'The whole filing'
  const [tag = NONE] = mark.values.tag
  if (tag !== NONE) return tags.find(({ id }) => id === tag)?.name ?? 'No tag'
  return mark.ref?.kind === 'finding' ? 'Findings' : mark.ref?.kind === 'forward-looking' ? 'Forward-looking statements' : 'No tag'
}

const chipOf = (mark: FilterMark, source: SummarySource): Citation | null => {
  const { ref, range } = mark
  return ref && range
    ? { ...wordsCitation(source.sequenceAt(range.start), range, mark.words), kind: ref.kind, ref: ref.id, short: true }
    : null
}

/** One mark: its words with the chip that leads back, then the words of the notes on it. */
const blocksOf = (mark: FilterMark, source: SummarySource): readonly NoteBlock[] => {
  const chip = chipOf(mark, source)
  const quote: readonly NoteBlock[] = chip ? [{ kind: 'quote', runs: [`${mark.words.replace(/\s+/g, ' ').trim()} `, { chip }] }] : []
  const notes = mark.notes.flatMap(({ text }) => text.split('\n')).filter((line) => line.trim() !== '')
  return [...quote, ...notes.map((line): NoteBlock => ({ kind: 'paragraph', runs: [line.replace(/\t/g, ' · ')] }))]
}

/**
 * A summary of marks as the words of a note: a heading for each section or tag in the order in which they first come, under it
 * each mark. Notes on the whole filing are left out: an earlier summary is one of them.
 */
export const summaryOf = (source: SummarySource): NoteWords => {
  const groups = new Map<string, NoteBlock[]>()
  const marks = source.marks.filter(({ range }) => range !== null)
  for (const mark of marks) {
    const heading = headingOf(mark, source)
    const blocks = groups.get(heading)
    if (blocks) blocks.push(...blocksOf(mark, source))
    else groups.set(heading, [...blocksOf(mark, source)])
  }
  const count = countWords(marks.length, 'mark')
  return wordsOfBlocks([
    { kind: 'heading', runs: [`Summary of ${source.title}`] },
    { kind: 'paragraph', runs: [`${count}, ${source.day}`] },
    ...[...groups].flatMap(([heading, blocks]): readonly NoteBlock[] => [{ kind: 'subheading', runs: [heading] }, ...blocks])
  ])
}
