/** What the thread that copies a library, or reads it or a copy through, is to do. */
export type CopyTask =
  | { readonly kind: 'copy'; readonly source: string; readonly draft: string }
  | { readonly kind: 'indexes'; readonly source: string }
  | { readonly kind: 'good'; readonly path: string; readonly sha256: string | null }

/** What the thread is given; `stop` holds 1 once it is to end. */
export interface CopyThreadData {
  readonly task: CopyTask
  readonly stop: Int32Array
}
