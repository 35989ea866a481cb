import { parentPort, workerData } from 'node:worker_threads'
import { fail } from '#contract/result'
import type { Result } from '#contract/result'
import { openForReading } from '../../store/open-for-reading'
import { createAnswerer } from './answer-search'
import type { SearchAnswerer } from './answer-search'
import type { SearchQuestion, SearchReply, SearchThreadData } from './search-protocol'

/** The thread that searches: it reads the library through a handle of its own that cannot write. */
const serve = (port: NonNullable<typeof parentPort>, { folder, newest }: SearchThreadData): void => {
  let answerer: SearchAnswerer | null = null
  const ready = (): SearchAnswerer | null => {
    const db = answerer ? null : openForReading(folder)
    if (db) answerer = createAnswerer(db, () => Atomics.load(newest, 0), false)
    return answerer
  }
  const answer = (question: SearchQuestion): Result<unknown> => {
    const run = ready()
    return run
      ? run(question, (groups, total) => port.postMessage({ id: question.id, kind: 'groups', groups, total } satisfies SearchReply))
      : fail('database-damaged', 'The library could not be opened for searching.', { remedy: 'Restart Redwell.' })
  }
  port.on('message', (question: SearchQuestion) => port.postMessage({ id: question.id, kind: 'answer', result: answer(question) }))
}

if (parentPort) serve(parentPort, workerData as SearchThreadData)
