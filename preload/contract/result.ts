/** The closed list of expected failures. A new one is added here and nowhere else; every reader of a failure switches over it. */
export type FailureCode = 'file-missing' | 'file-unreadable' | 'file-is-folder' | 'file-empty' | 'file-too-large' | 'file-not-regular'
  | 'source-damaged' | 'not-a-filing' | 'analysis-failed' | 'analysis-cancelled' | 'database-newer' | 'database-damaged'
  | 'database-foreign' | 'disk-full' | 'write-failed' | 'read-only' | 'not-found' | 'conflict' | 'nothing-to-undo' | 'query-malformed'
  | 'search-ended' | 'export-exists' | 'export-failed' | 'export-cancelled' | 'invalid-request' | 'sender-refused'

/** An expected failure, in the reader's words. `file` and `place` say where, `remedy` what to do next. */
export interface Failure {
  readonly code: FailureCode
  readonly message: string
  readonly file?: string
  readonly place?: string
  readonly remedy?: string
}

/** The answer of every call: a value, or a failure as a value. Bugs are exceptions and go to the crash report. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** Wraps a value as a success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** Wraps a failure; `more` adds file, place and remedy. */
export const fail = (code: FailureCode, message: string, more: Omit<Failure, 'code' | 'message'> = {}): Result<never> => ({
  ok: false,
  failure: { code, message, ...more }
})
