import { z } from 'zod'

/** The longest strings that come through the door, in UTF-16 code units: what a person or a window can mean, and no more. */
export const LIMITS = { id: 200, name: 200, path: 4096, words: 4000, quote: 2_000_000, context: 256, body: 8_000_000, paths: 10_000,
  items: 200_000, clipboard: 4_000_000 }

/** An identifier. */
export const id = z.string().min(1).max(LIMITS.id)
/** A revision that a change starts from. */
export const rev = z.int().min(1)
/** A document's number in its filing. */
export const sequence = z.int().min(0)
/** An offset into the source. */
export const offset = z.int().min(0)
/** A range of the source, end exclusive. */
export const range = z.strictObject({ start: offset, end: offset }).refine(({ start, end }) => start <= end, 'ends before it starts')
/** A call that takes nothing. */
export const nothing = z.null()

/** Words with their context. */
export const quote = z.strictObject({
  exact: z.string().min(1).max(LIMITS.quote),
  prefix: z.string().max(LIMITS.context),
  suffix: z.string().max(LIMITS.context)
})

/** An annotation to be made. */
export const draft = z.strictObject({
  filingId: id,
  tagId: id.nullable(),
  range,
  quote,
  sectionPath: z.array(z.string().max(LIMITS.words)).max(64)
})
