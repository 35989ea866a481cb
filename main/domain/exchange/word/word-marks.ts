import type { TagColour, TagUnderline } from '#contract/annotation'
import type { WorkFiling, WorkTag } from '../work-document'
import type { CommentThread } from './word-comments'
import type { RunLook } from './word-xml'

/** Something that lies over a stretch of a document's stream: a mark, with the comments on it, or the heading that notes stand on. */
export interface WordMark {
  readonly start: number
  readonly end: number
  /** How its words are set; null where they look as they are. */
  readonly look: RunLook | null
  readonly threads: readonly CommentThread[]
}

/** The colours of tags on white paper: fill and line (renderer/styles/tokens.css, light). */
const FILLS: Readonly<Record<TagColour, readonly [fill: string, line: string]>> = {
  yellow: ['FBEAA0', '8D6C00'],
  green: ['CBECCB', '24733A'],
  blue: ['CBE3FB', '1D63AD'],
  pink: ['FBD4E4', 'AC2A68'],
  orange: ['FDDCBA', 'A34C00'],
  violet: ['E2D8FA', '6A43BD'],
  teal: ['C5ECE8', '0E716B'],
  grey: ['DFE0E2', '5B5F68']
}

const UNDERLINES: Readonly<Record<TagUnderline, string>> = { solid: 'single', dashed: 'dash', dotted: 'dotted', double: 'double',
  wavy: 'wave' }

/** How words under a tag are set: its colour behind them and its line under them, so that no meaning hangs on colour alone. */
export const tagLook = (tag: Pick<WorkTag, 'colour' | 'underline'> | null): RunLook => {
  const [fill, colour] = FILLS[tag?.colour ?? 'grey']
  return { fill, underline: { style: UNDERLINES[tag?.underline ?? 'solid'], colour } }
}

/** What lies over one document of a filing, by place. */
export const marksOf = (filing: WorkFiling, sequence: number, tags: readonly WorkTag[],
  threads: readonly CommentThread[]): readonly WordMark[] => {
  const byTag = new Map(tags.map((tag) => [tag.id, tag]))
  const byMark = new Map<string, CommentThread[]>()
  for (const thread of threads) {
    const { target } = thread.note
    if (target.kind === 'annotation') byMark.set(target.annotationId, [...byMark.get(target.annotationId) ?? [], thread])
  }
  const own = filing.marks.flatMap(({ id, tagId, passage }): WordMark[] =>
    passage?.sequence === sequence
      ? [{ ...passage.range, look: tagLook(tagId === null ? null : byTag.get(tagId) ?? null), threads: byMark.get(id) ?? [] }]
      : []
  )
  const headings = threads.flatMap((thread): WordMark[] => {
    const { target } = thread.note
    const heading = target.kind === 'section' ? target.heading : null
    return heading?.sequence === sequence ? [{ ...heading.range, look: null, threads: [thread] }] : []
  })
  return [...own, ...headings].filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end)
}

const tagXml = (name: string, id: number): string => `<w:${name} w:id="${String(id)}"/>`

/** A comment's place in a file: what begins it, and what ends it with its reference. The replies bear marks of their own, in the order Word writes. */
export const rangeMarks = ({ note, comments }: CommentThread): { readonly begin: string; readonly end: string } => {
  const [first] = comments
  const bookmark = first?.id ?? 0
  return {
    begin: `<w:bookmarkStart w:id="${String(bookmark)}" w:name="_rw${note.token}"/>${
      comments.map(({ id }) => tagXml('commentRangeStart', id)).join('')
    }`,
    end: `${
      comments.map(({ id }) =>
        `${tagXml('commentRangeEnd', id)}<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>${tagXml('commentReference', id)}</w:r>`
      ).join('')
    }${tagXml('bookmarkEnd', bookmark)}`
  }
}

/** What the bookmark around the text of a document is named, with the sequence of the document behind it. */
export const TEXT_BOOKMARK = '_rwText'

/** Bookmarks of notes are numbered as their comments; those of texts begin here, above any of them. */
const FIRST_TEXT_BOOKMARK = 10_000_000

/** What begins and ends the text of a document, so that words of the filing are told from those of the cover and of lists. */
export const textMarks = (sequence: number): { readonly begin: string; readonly end: string } => {
  const id = String(FIRST_TEXT_BOOKMARK + sequence)
  return { begin: `<w:bookmarkStart w:id="${id}" w:name="${TEXT_BOOKMARK}${String(sequence)}"/>`, end: `<w:bookmarkEnd w:id="${id}"/>` }
}

/** Goes through a document's stream once, in order, and says at each stretch which marks begin, lie over it, and end. */
export interface MarkCursor {
  /**
   * The marks over the stretch `start` to `end`, cut where one begins or ends: each piece with what stands before it, its looks and
   * what stands behind it. What ends before `next`, where the next stretch begins, ends with this one.
   */
  readonly over: (start: number, end: number, next: number) => readonly MarkedPiece[]
}

/** A piece of a stretch under the same marks. */
export interface MarkedPiece {
  readonly start: number
  readonly end: number
  readonly before: string
  readonly behind: string
  readonly look: RunLook
}

const begins = (marks: readonly WordMark[]): string =>
  marks.flatMap(({ threads }) => threads.map((thread) => rangeMarks(thread).begin)).join('')
const ends = (marks: readonly WordMark[]): string =>
  marks.flatMap(({ threads }) => threads.map((thread) => rangeMarks(thread).end)).join('')

/** Makes the way through the marks of one document, which are in order. */
export const markCursor = (marks: readonly WordMark[]): MarkCursor => {
  let next = 0
  let open: readonly WordMark[] = []
  const beginUpTo = (place: number): readonly WordMark[] => {
    const begun: WordMark[] = []
    for (let mark = marks[next]; mark !== undefined && mark.start <= place; mark = marks[next]) {
      begun.push(mark)
      next += 1
    }
    open = [...open, ...begun]
    return begun
  }
  const endUpTo = (place: number): readonly WordMark[] => {
    const ended = open.filter((mark) => mark.end <= place)
    if (ended.length > 0) open = open.filter((mark) => mark.end > place)
    return ended
  }
  const placesIn = (start: number, end: number): readonly number[] => {
    const places = new Set([start, end])
    for (const mark of open) if (mark.end < end && mark.end > start) places.add(mark.end)
    for (let at = next; (marks[at]?.start ?? Infinity) < end; at += 1) {
      const mark = marks[at]
      if (!mark) break
      if (mark.start > start) places.add(mark.start)
      if (mark.end < end) places.add(mark.end)
    }
    return [...places].filter((place) => place >= start).sort((a, b) => a - b)
  }
  return {
    over: (start, end, following) => {
      const places = placesIn(start, end)
      const pieces: MarkedPiece[] = []
      for (let at = 0; at + 1 < places.length; at += 1) {
        const from = places[at] ?? start
        const to = places[at + 1] ?? end
        // What ended between two stretches, where only white space stood, and was not told of before.
        const late = ends(endUpTo(from))
        const begun = begins(beginUpTo(from))
        const look = open.reduce<RunLook>((sum, mark) => ({ ...sum, ...mark.look }), {})
        const isLast = at + 2 === places.length
        pieces.push({ start: from, end: to, before: late + begun, look, behind: ends(endUpTo(isLast ? Math.max(to, following) : to)) })
      }
      return pieces
    }
  }
}
