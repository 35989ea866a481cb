import type { Result } from '#contract/result'

/** The value of a result that a trial cannot go on without. */
export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message} ${result.failure.place ?? ''}`)
  return result.value
}
