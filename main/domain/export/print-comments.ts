import type { TagColour } from '#contract/annotation'
import type { Note } from '#contract/note'
import { ME } from '#contract/person'
import type { Authored, Reply } from '#contract/person'
import { markAddress, marksLinkedIn } from './comments/pdf-comments'
import type { PdfComment, PdfComments, PdfReply } from './comments/pdf-comments'
import { html, type Markup } from './markup'
import type { PrintInput } from './print-input'
import { isOnFiling } from './print-marks'
import type { OwnEntry, PrintPlan } from './print-marks'

/** The tints of tags, as in print.css. */
export const TINTS: Readonly<Record<TagColour, string>> = {
  yellow: 'fdf0b4',
  green: 'd3efd3',
  blue: 'd5e6fb',
  pink: 'fbd9e6',
  orange: 'fde0c2',
  violet: 'e5dcf8',
  teal: 'cdecea',
  grey: 'e6e8eb'
}

/** Who has no name is called this. */
const NAMELESS = 'Analyst'

const rgbOf = (colour: TagColour): readonly [number, number, number] => {
  const part = (at: number): number => parseInt(TINTS[colour].slice(at, at + 2), 16) / 255
  return [part(0), part(2), part(4)]
}

/** When the latest of what is printed was made or changed; the time of the export where the analyst made nothing. */
export const lastChange = ({ work, exportedAt }: PrintInput): string => {
  const times = [...work.annotations.map(({ modifiedAt }) => modifiedAt), ...work.notes.map(({ modifiedAt }) => modifiedAt),
    ...work.decisions.map(({ decidedAt }) => decidedAt), ...(work.replies ?? []).map(({ madeAt }) => madeAt)]
  return times.reduce((last, time) => (time > last ? time : last), '') || exportedAt
}

/** Notes as the comments of a thread. */
const threadsOf = (input: PrintInput) => {
  const nameOf = ({ authorId = ME }: Authored): string => (authorId === ME ? input.author : input.people.get(authorId) ?? '') || NAMELESS
  const replies = new Map<string, Reply[]>()
  for (const reply of input.work.replies ?? []) replies.set(reply.noteId, [...replies.get(reply.noteId) ?? [], reply])
  const answer = (reply: Reply): PdfReply => ({ token: input.tokenOf(reply.id), author: nameOf(reply), createdAt: reply.madeAt,
    modifiedAt: reply.madeAt, contents: reply.text, replies: [], closed: false })
  const said = (note: Note): PdfReply => ({ token: input.tokenOf(note.id), author: nameOf(note), createdAt: note.createdAt,
    modifiedAt: note.modifiedAt, contents: note.text, replies: (replies.get(note.id) ?? []).map(answer), closed: note.status === 'closed' })
  return { nameOf, said }
}

/** One entry as a comment: its first note is the comment itself, further notes answer it. Null where there is neither a mark nor a note. */
const commentOf = (entry: OwnEntry, { nameOf, said }: ReturnType<typeof threadsOf>, tokenOf: (id: string) => string): PdfComment | null => {
  const { annotation, number, tag } = entry
  const [first, ...further] = entry.notes.map(said)
  const seen = { number, subject: tag?.name ?? null, colour: rgbOf(tag?.colour ?? 'grey') }
  if (annotation === null) return first ? { ...first, ...seen, kind: 'note', subject: entry.sectionTitle ?? 'On the whole filing' } : null
  const own = { token: tokenOf(annotation.id), author: nameOf(annotation), createdAt: annotation.createdAt,
    modifiedAt: annotation.modifiedAt, contents: '', replies: [], closed: false }
  const words = first === undefined
    ? own
    : { ...first, token: own.token, replies: [...first.replies, ...further] }
  return { ...words, ...seen, kind: 'highlight' }
}

/** Words that stand for the whole filing, linked to the comments on it. */
export const linkedToFiling = (words: string, { entries }: PrintPlan, { scope }: PrintInput): Markup => {
  const numbers = entries.filter(isOnFiling).map(({ number }) => number)
  return scope.text && scope.comments && numbers.length > 0
    ? html`<a role="mark" href="${markAddress(numbers)}">${words}</a>`
    : html`${words}`
}

/** The comments of a page that was made of that plan: of what its words link to. */
export const commentsOf = (page: string, { entries }: PrintPlan, input: PrintInput): PdfComments => {
  const linked = marksLinkedIn(page)
  const threads = threadsOf(input)
  const comments = entries.filter(({ number }) => linked.has(number)).flatMap((entry) => commentOf(entry, threads, input.tokenOf) ?? [])
  return { asOf: lastChange(input), comments }
}
