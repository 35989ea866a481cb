/** What the thread that copies a library is given; `stop` holds 1 once it is to end. */
export interface CopyThreadData {
  readonly source: string
  readonly draft: string
  readonly stop: Int32Array
}
