/** Where a sealed history stands: the number of its last line, counted from 1, and the SHA-256 of that line in lower-case hexadecimal. */
export interface HistoryHead {
  readonly n: number
  readonly hash: string
}
