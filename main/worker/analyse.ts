import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { analyseFile, readText } from './analyse-file'
import { unpackText } from '../domain/anchor/packed-text'
import { seekPlaces } from '../domain/anchor/seek-places'
import { comparePacked } from '../domain/compare/compare-packed'
import { divideAnswer } from './answer-parts'
import { BACKGROUND } from './protocol'
import { openEmbeddedFiles } from './embedded-files'
import { failureOfSource } from './kept-source'
import type { AnalysisRequest, AnchorRequest, ComparisonRequest, ThreadMessage, ThreadRequest } from './protocol'

/** Answers one request; an exception of the pipeline is a failure that names it, so that the asker never waits for nothing. */
const attempt = <T>(path: string, work: () => T): Result<T> => {
  try {
    return ok(work())
  } catch (error) {
    const damaged = failureOfSource(path, error)
    if (damaged) return damaged
    return fail('analysis-failed', 'The file could not be read through to its end.', {
      file: path,
      place: error instanceof Error ? error.stack ?? error.message : String(error),
      remedy: 'The file itself is kept as it is. Please report this with the log file.'
    })
  }
}

/** What of the last answer was not asked for yet, each made when it is: the thread has one job at a time. */
const left: (() => ThreadMessage)[] = []

const analyse = (request: AnalysisRequest, post: (message: ThreadMessage) => void): void => {
  const { job, path } = request
  const result = attempt(path, () => analyseFile(request, (stage, done, total) => post({ kind: 'stage', job, stage, done, total })))
  const { rest, parts } = result.ok ? divideAnswer(result.value) : { rest: null, parts: [] }
  left.length = 0
  for (const make of parts) left.push(() => ({ kind: 'part', job, part: make() }))
  left.push(() => ({ kind: 'analysed', job, result: rest ? ok(rest) : result }))
}

/** How many steps of a comparison go by between two words of how far it is. */
const STEPS = 50

const compare = ({ job, left: before, right: after }: ComparisonRequest, post: (message: ThreadMessage) => void): void => {
  left.length = 0
  const result = attempt('', () =>
    comparePacked(before, after, (done, total) => {
      if (done % STEPS === 0) post({ kind: 'comparing', job, done, total })
    }))
  left.push(() => ({ kind: 'compared', job, result }))
}

/** How many annotations are looked for between two words of how far it is, and how many places one message carries. */
const ANCHOR_STEPS = 100

const anchor = ({ job, origin, target, sought }: AnchorRequest, post: (message: ThreadMessage) => void): void => {
  const result = attempt('', () =>
    seekPlaces(sought, unpackText(target), origin && unpackText(origin), (done, total) => {
      if (done % ANCHOR_STEPS === 0) post({ kind: 'anchoring', job, done, total })
    }))
  left.length = 0
  const places = result.ok ? result.value : []
  for (let at = 0; at < places.length; at += ANCHOR_STEPS)
    left.push(() => ({ kind: 'places', job, places: places.slice(at, at + ANCHOR_STEPS) }))
  left.push(() => ({ kind: 'anchored', job, result: result.ok ? ok(null) : result }))
}

/** How many parts are on their way at a time: one is taken in while the next is made ready. */
const AHEAD = 2

const answer = (message: ThreadRequest, post: (message: ThreadMessage) => void): void => {
  if (message.kind === 'read') {
    post({ kind: 'text', job: message.job, result: attempt(message.path, () => readText(message.path, message.encoding)) })
    return
  }
  if (message.kind === 'embedded') {
    const { request } = message
    post({ kind: 'embedded', job: request.job, result: attempt(request.path, () => openEmbeddedFiles(request)) })
    return
  }
  if (message.kind === 'analyse') analyse(message.request, post)
  if (message.kind === 'compare') compare(message.request, post)
  if (message.kind === 'anchor') anchor(message.request, post)
  for (const next of left.splice(0, message.kind === 'pull' ? 1 : AHEAD)) post(next())
}

// What is analysed can wait for a key that is typed. On Linux a priority is a thread's own; elsewhere it would be the whole program's.
if (process.platform === 'linux')
  setPriority(workerData === BACKGROUND ? constants.priority.PRIORITY_LOW : constants.priority.PRIORITY_BELOW_NORMAL)

const port = parentPort
port?.on('message', (message: ThreadRequest) =>
  answer(message, (reply) => {
    port.postMessage(reply, reply.kind === 'part' ? [reply.part.bytes.buffer] : [])
  }))
