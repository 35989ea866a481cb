import type { FilingId } from './ids'

/** The formats of pictures that are shown; never one that could hold script. */
export type PictureMedia = 'image/jpeg' | 'image/gif' | 'image/png'

/** Why the bytes of a file are not used: of no known format, damaged at its head, too many bytes, too many pixels, or cut off before its end. */
export type EmbeddedProblem = 'unknown' | 'damaged' | 'too-large' | 'too-many-pixels' | 'cut-off'

/** A file that stands encoded in a submission, as its bytes tell it; its name tells nothing. */
export interface EmbeddedFile {
  /** The sequence of its document. */
  readonly sequence: number
  /** As its `<FILENAME>` or its first line names it; '' where neither does. */
  readonly name: string
  readonly media: PictureMedia | 'application/pdf' | null
  /** In pixels; null for what is no picture. */
  readonly width: number | null
  readonly height: number | null
  readonly problem: EmbeddedProblem | null
}

/** Calls on the files that stand in a submission beside its texts. */
export interface EmbeddedCalls {
  /** The files that stand encoded in a filing, in its order. */
  'filing.embedded': { args: { readonly filingId: FilingId }; value: readonly EmbeddedFile[] }
  /**
   * Writes a PDF of a submission to a file, whole or not at all. With `path` null the reader is asked where; null where that was
   * cancelled. `not-found` where the document is no PDF or is cut off.
   */
  'filing.savePdf': {
    args: { readonly filingId: FilingId; readonly sequence: number; readonly path: string | null }
    value: { readonly path: string } | null
  }
}

/** The names of the calls on embedded files. */
export const EMBEDDED_CALLS = { 'filing.embedded': 0, 'filing.savePdf': 0 } satisfies Record<keyof EmbeddedCalls, 0>
