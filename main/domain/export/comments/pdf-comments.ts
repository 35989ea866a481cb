/** One answer or further note in the thread of a comment. Times are ISO 8601 in UTC. */
export interface PdfReply {
  /** By which it is known again when the file comes back. */
  readonly token: string
  readonly author: string
  readonly createdAt: string
  readonly modifiedAt: string
  readonly contents: string
  /** What answers it. A further note has answers of its own. */
  readonly replies: readonly PdfReply[]
  /** Whether the question was closed. */
  readonly closed: boolean
}

/** One comment of a PDF: on the words of a mark, or at a place where no words are marked (`note`). */
export interface PdfComment extends PdfReply {
  /** The number of its mark, by which the links of the printed page name it. */
  readonly number: number
  readonly kind: 'highlight' | 'note'
  /** The name of the tag; null where there is none. */
  readonly subject: string | null
  /** Red, green and blue, each from 0 to 1. */
  readonly colour: readonly [number, number, number]
}

/** What a printed PDF is given. `asOf` is written as its date, in place of the clock's. */
export interface PdfComments {
  readonly asOf: string
  readonly comments: readonly PdfComment[]
}

const MARK_ADDRESS = 'https://redwell.invalid/m/'

/** The address that a piece of a page links to for the marks that lie over it: nothing can ever be found there, and none is left in a finished file. */
export const markAddress = (numbers: readonly number[]): string => MARK_ADDRESS + numbers.join('+')

/** The numbers of the marks an address stands for; null for any other address. */
export const marksOfAddress = (address: string): readonly number[] | null =>
  address.startsWith(MARK_ADDRESS) ? address.slice(MARK_ADDRESS.length).split('+').map(Number) : null

/** The numbers of all marks that a page made for the printer links to. */
export const marksLinkedIn = (page: string): ReadonlySet<number> =>
  new Set(
    [...page.matchAll(/ href="https:\/\/redwell\.invalid\/m\/([\d+]+)"/g)].flatMap(([, numbers = '']) => numbers.split('+').map(Number))
  )
