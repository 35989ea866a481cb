import type { CallName, Calls } from '#contract/calls'
import { fail } from '#contract/result'
import type { Result } from '#contract/result'
import { bugFailure, failureBehind } from '../services/create-services'
import { annotationHandlers } from './annotations'
import { citationHandlers } from './citations'
import { compareHandlers } from './compare'
import { documentHandlers } from './document'
import { embeddedHandlers } from './embedded'
import { exportHandlers } from './export'
import { folderHandlers } from './folders'
import { GUARDS } from './guards'
import type { Behind, Handler, Handlers } from './handlers'
import { historyHandlers } from './history'
import { libraryHandlers } from './library'
import { noteHandlers } from './notes'
import { queueHandlers } from './queue'
import { exchangeHandlers } from './exchange'
import { packHandlers } from './packs'
import { reviewHandlers } from './review'
import { searchHandlers } from './search'
import { unwantedHandlers } from './unwanted'
import { sessionHandlers } from './session'
import { templateHandlers } from './templates'
import { versionHandlers } from './versions'
import { windowHandlers } from './window'

/** Told of what went wrong: a line for the log, and the error of a bug for the crash report. */
export interface Listeners {
  readonly log: (line: string) => void
  readonly onBug: (error: unknown, call: CallName) => void
}

/** Answers one call. `trusted` says whether the sender is the main frame of one of our own windows. Never throws. */
export type Door = (name: CallName, trusted: boolean, args: unknown) => Promise<Result<unknown>>

const answer = async <N extends CallName>(name: N, handler: Handler<N>, args: unknown): Promise<Result<unknown>> => {
  const checked = GUARDS[name].safeParse(args)
  if (checked.success) {
    const value: Calls[N]['args'] = checked.data
    return handler(value)
  }
  const issue = checked.error.issues[0]
  const place = issue ? `${issue.path.map(String).join('.')}: ${issue.message}` : ''
  return fail('invalid-request', `The call ${name} came with the wrong argument.`, { place })
}

/** The door behind which every call is answered, in the same order: sender, guard, handler, result, log. */
export const createDoor = (behind: Behind, listeners: Listeners): Door => {
  const handlers: Handlers = {
    ...libraryHandlers(behind),
    ...documentHandlers(behind),
    ...embeddedHandlers(behind),
    ...searchHandlers(behind),
    ...unwantedHandlers(behind),
    ...historyHandlers(behind),
    ...annotationHandlers(behind),
    ...noteHandlers(behind),
    ...citationHandlers(behind),
    ...sessionHandlers(behind),
    ...templateHandlers(behind),
    ...exportHandlers(behind),
    ...folderHandlers(behind),
    ...queueHandlers(behind),
    ...reviewHandlers(behind),
    ...exchangeHandlers(behind),
    ...packHandlers(behind),
    ...versionHandlers(behind),
    ...windowHandlers(behind),
    ...compareHandlers(behind)
  }
  const attempt = async (name: CallName, args: unknown): Promise<Result<unknown>> => {
    try {
      return await answer(name, handlers[name] as Handler<typeof name>, args)
    } catch (error) {
      const failure = failureBehind(error)
      if (failure) return { ok: false, failure }
      listeners.onBug(error, name)
      return bugFailure()
    }
  }
  return async (name, trusted, args) => {
    const result: Result<unknown> = trusted
      ? await attempt(name, args)
      : fail('sender-refused', 'This call did not come from a window of Redwell.')
    if (!result.ok)
      listeners.log(`${name}: ${result.failure.code}: ${result.failure.message}${result.failure.place ? ` (${result.failure.place})` : ''}`)
    return result
  }
}
