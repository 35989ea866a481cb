/** How the work before the end of the program went. */
export type EndOfWork = 'done' | 'failed' | 'late'

/** Waits for work, but no longer than `limit` ms; `onError` is told of its failure. Never rejects. */
export const inTime = async (work: Promise<unknown>, limit: number, onError: (error: unknown) => void): Promise<EndOfWork> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<EndOfWork>((resolve) => {
    timer = setTimeout(() => resolve('late'), limit)
  })
  const ended = work.then((): EndOfWork => 'done', (error: unknown): EndOfWork => {
    onError(error)
    return 'failed'
  })
  const end = await Promise.race([ended, late])
  clearTimeout(timer)
  return end
}
