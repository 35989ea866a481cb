import { z } from 'zod'
import { PackRefused } from '../../../domain/exchange/pack/pack-tools'

const WORDS = 2_000_000
const words = z.string().max(WORDS)
const name = z.string().max(400)
const id = z.string().min(1).max(400)
const time = z.string().max(40).refine((value) => !Number.isNaN(Date.parse(value)), 'no time')
const offset = z.number().int().min(0)
const range = z.object({ start: offset, end: offset })
const quote = z.object({ exact: words, prefix: words, suffix: words })
const foreign = z.array(z.object({ system: name, id: name })).max(200)
const verdict = z.enum(['intact', 'moved', 'reworded', 'number-changed', 'polarity-changed', 'ambiguous', 'gone'])
const passage = quote.extend({ sequence: offset, range, source: range, sectionPath: z.array(words).max(64) })

const placement = z.object({ filingId: id, verdict, state: z.enum(['itself', 'hand', 'waiting', 'dismissed', 'unsought']),
  quote: quote.nullable(), source: range.nullable(), modifiedAt: time })

const mark = z.object({ id, madeIn: id, author: id, tagId: id.nullable(), passage: passage.nullable(), kept: quote, keptSource: range,
  keptPath: z.array(words).max(64), textSha256: name, verdict, placements: z.array(placement).max(10_000), createdAt: time,
  modifiedAt: time, foreign })

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('annotation'), annotationId: id }),
  z.object({ kind: z.literal('section'), title: words }),
  z.object({ kind: z.literal('filing') })
])

const reply = z.object({ id, author: id, body: words, text: words, madeAt: time, foreign })

const note = z.object({ id, madeIn: id, author: id, target, body: words, text: words,
  status: z.enum(['none', 'open', 'asked', 'answered', 'closed']), owner: name.nullable(), dueAt: name.nullable(), askedAt: time.nullable(),
  answeredAt: time.nullable(), replies: z.array(reply).max(10_000), revisions: z.array(z.object({ body: words })).max(100_000),
  createdAt: time, modifiedAt: time, foreign })

const part = z.object({ exact: words, source: range })

const decision = z.object({ id, author: id, kind: z.enum(['finding', 'forward-looking']), exact: words, source: range,
  verdict: z.enum(['accepted', 'rejected']), risks: z.array(id).max(1000).nullable(), links: z.array(part).max(10_000).nullable(),
  span: part.nullable(), decidedAt: time, foreign })

const review = z.object({ id, author: id, sequence: offset, title: words, source: range, reviewedAt: time, foreign })

const filing = z.object({ id, sha256: name, textSha256: name, fileName: name, marks: z.array(mark), notes: z.array(note),
  decisions: z.array(decision), reviews: z.array(review) })

const file = z.object({ filings: z.array(filing).length(1) })

/** The work on one filing of a pack, as somebody else's library wrote it. Ids are that library's. */
export type PackedWork = z.infer<typeof filing>
/** A highlight of a pack. */
export type PackedMark = z.infer<typeof mark>
/** A note of a pack. */
export type PackedNote = z.infer<typeof note>
/** An answer of a pack. */
export type PackedReply = z.infer<typeof reply>
/** A judgement of a pack. */
export type PackedDecision = z.infer<typeof decision>
/** A reviewed section of a pack. */
export type PackedReview = z.infer<typeof review>

/** Items of a pack beyond this are refused. */
const MOST_ITEMS = 200_000

/**
 * Reads the work on each filing of a pack; `files` names where each lies.
 * @throws {PackRefused} one of them says what no work says
 */
export const readPackedWork = (work: readonly unknown[], files: readonly string[]): readonly PackedWork[] => {
  let items = 0
  return work.map((one, at): PackedWork => {
    const path = files[at] ?? ''
    const read = file.safeParse(one)
    const [first] = read.success ? read.data.filings : []
    if (!first) {
      const issue = read.error?.issues[0]
      throw new PackRefused('counts', path, `It is not work as Redwell writes it: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`,
        'Nothing was taken in. Ask whoever made it to send it again.')
    }
    items += first.marks.length + first.notes.length + first.decisions.length + first.reviews.length
    if (items > MOST_ITEMS) throw new PackRefused('counts', path, 'The pack holds more than 200,000 items.', 'Ask for it in parts.')
    return first
  })
}
