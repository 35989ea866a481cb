import { parentPort } from 'node:worker_threads'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { analyseFile, readText } from './analyse-file'
import type { ThreadMessage, ThreadRequest } from './protocol'

/** Answers one request; an exception of the pipeline is a failure that names it, so that the asker never waits for nothing. */
const attempt = <T>(path: string, work: () => T): Result<T> => {
  try {
    return ok(work())
  } catch (error) {
    return fail('analysis-failed', 'The file could not be read through to its end.', {
      file: path,
      place: error instanceof Error ? error.stack ?? error.message : String(error),
      remedy: 'The file itself is kept as it is. Please report this with the log file.'
    })
  }
}

const answer = (message: ThreadRequest, post: (message: ThreadMessage) => void): void => {
  if (message.kind === 'read') {
    post({ kind: 'text', job: message.job, result: attempt(message.path, () => readText(message.path, message.encoding)) })
    return
  }
  const { job, path } = message.request
  const result = attempt(path, () => analyseFile(message.request, (stage, done, total) => { post({ kind: 'stage', job, stage, done, total }) }))
  post({ kind: 'analysed', job, result })
}

const port = parentPort
port?.on('message', (message: ThreadRequest) => { answer(message, (reply) => { port.postMessage(reply) }) })
