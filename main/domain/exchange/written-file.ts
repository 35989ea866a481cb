import type { WorkDocument } from './work-document'

/** One file of an export: its path below the chosen place with `/` between folders, and its content; a text is written as UTF-8. */
export interface WrittenFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** Told how far a writer is; may throw to stop it. */
export type OnWritten = (done: number, total: number) => void

/** What a writer may be asked for beside the work. */
export interface WriteOptions {
  /** Markdown: the whole text with its marks in it, in place of the marked words alone. */
  readonly wholeText: boolean
}

/** Writes the work in one format. Pure: the same work makes the same bytes. The first file is the one that is opened first. */
export type WorkWriter = (work: WorkDocument, options: WriteOptions, onWritten: OnWritten) =>
  | readonly WrittenFile[]
  | Promise<readonly WrittenFile[]>
