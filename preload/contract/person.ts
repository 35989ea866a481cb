import type { FilingId, NoteId, OriginId, PersonId } from './ids'

/** Somebody whose work is in the library. A name is what was typed where the work was done, and no proof of who did it. */
export interface Person {
  readonly id: PersonId
  readonly name: string
  /** The library that the person works in, by its id; null where only a name is known. */
  readonly libraryId: string | null
  /** The fingerprint of the key that the person signs with, once it is known. */
  readonly keyFingerprint: string | null
}

/** The person who keeps this library. What has no author is of this one. */
export const ME: PersonId = 'me'

/** Whose a thing is and by what import it came; both are absent where it was made here. */
export interface Authored {
  readonly authorId?: PersonId
  readonly originId?: OriginId
}

/** An answer to a note, beside it and under the name of who gave it. `body` and `text` are as of a note; `madeAt` is ISO 8601 in UTC. */
export interface Reply extends Authored {
  readonly id: string
  readonly noteId: NoteId
  readonly filingId: FilingId
  readonly body: string
  readonly text: string
  readonly madeAt: string
}
