import type { NoteStatus } from '#contract/note'
import type { TextRange } from '#contract/range'
import type { FilingDocument } from '#contract/filing'
import { blockIndexOf } from '#model/block-index'
import { bodyOfText } from '#model/note-body'
import { quoteOf } from '#model/quote'
import { sourceRange } from '#model/text-map'
import type { Services } from '../../services/create-services'
import { addAnnotations } from '../../services/work/annotate'
import { addNote, setNoteStatus } from '../../services/work/write-note'
import { must } from '../trial/must'

/** A mark to be made: its words in the source, its tag, and the words and status of a note on it. */
export interface SampleMark {
  readonly range: TextRange
  readonly tag: string | null
  readonly note: string | null
  readonly status: NoteStatus
}

/** Makes marks with their notes. */
export const makeMarks = (services: Services, filingId: string, { blocks }: FilingDocument, marks: readonly SampleMark[]): void => {
  const { library } = services
  const index = blockIndexOf(blocks)
  const wanted = marks.flatMap((mark) => {
    const quote = quoteOf(index, mark.range)
    return quote ? [{ mark, draft: { filingId, tagId: mark.tag, range: mark.range, quote, sectionPath: [] } }] : []
  })
  const made = must(addAnnotations(library, wanted.map(({ draft }) => draft)))
  wanted.forEach(({ mark }, at) => {
    const annotationId = made[at]?.id
    if (mark.note === null || annotationId === undefined) return
    const note = must(addNote(library, filingId, { kind: 'annotation', annotationId }, { body: bodyOfText(mark.note), text: mark.note }))
    if (mark.status !== 'none')
      must(setNoteStatus(library, { id: note.id, rev: note.rev, status: mark.status, owner: 'N. Nolan', dueAt: '2026-12-05' }))
  })
}

const TAGS = ['key-claim', 'positive', 'risk', 'question', 'figure', 'context', null]

/** As many marks as are asked for, spread over the sentences of a document, each with a note, every third of them a question. */
export const spreadMarks = ({ sentences }: FilingDocument, count: number): readonly SampleMark[] =>
  Array.from({ length: Math.min(count, sentences.length) }, (_, at): SampleMark => {
    const sentence = sentences[Math.floor(at * sentences.length / Math.min(count, sentences.length))]
    return { range: { start: sentence?.start ?? 0, end: sentence?.end ?? 1 }, tag: TAGS[at % TAGS.length] ?? null,
      note: `Number ${String(at + 1)}: is this supported by the figures of the period, and by which?`,
      status: at % 3 === 0 ? 'open' : 'none' }
  })

/** The marks of the fixture with traps: overlapping ones, one over a table cell, look-alikes, and notes that a spreadsheet would run. */
export const trapMarks = ({ blocks }: FilingDocument): readonly SampleMark[] => {
  const find = (words: string, note: string | null = null, status: NoteStatus = 'none', tag: string | null = 'key-claim', from = words,
    length = words.length): SampleMark[] => {
    const block = blocks.find(({ text }) => text.includes(from))
    const at = block?.text.indexOf(from) ?? -1
    const range = block && at >= 0 ? sourceRange(block.map, at, at + length) : null
    return range ? [{ range, tag, note, status }] : []
  }
  return [
    ...find('announced \u201cstrong\u201d results', 'Why \u201cstrong\u201d? \u{1f642}', 'open'),
    ...find('\u201cstrong\u201d results\u00a0for', null, 'none', 'context'),
    ...find('improvement of 63%', '=1+1', 'open', 'figure'),
    ...find('improvement of 61%', 'Which scale?', 'closed', 'question'),
    ...find('improvement of 58%', 'A note.\n\nWith two paragraphs.', 'none', 'positive'),
    ...find('1,204', 'Restated?', 'asked', 'figure'),
    ...find('(63)', null, 'none', 'risk'),
    ...find('We expect to file an application', 'Said before?', 'none', null)
  ]
}
