/** How long the window may take to commit its last keystrokes before the reader is asked, in ms. A commit takes about 1 ms. */
export const FLUSH_LIMIT = 5000

/** Words that could not be committed: why, and what they are, as plain text. */
export interface Unsaved {
  readonly message: string
  readonly text: string
}

/** What the reader wants done about words that could not be committed. */
export type UnsavedChoice = 'try again' | 'keep open' | 'close without saving'

/** What the guard needs of the window. Every function is called at most once at a time. */
export interface CloseGuardActions {
  /** Asks the page to commit every keystroke and to answer with the token. */
  readonly askToFlush: (token: string) => void
  /** Asks the reader whether to close although the page has not answered: true to close, false to stay open. */
  readonly askToCloseAnyway: () => Promise<boolean>
  /** Asks the reader what to do about words that the page could not commit. */
  readonly askAboutUnsaved: (unsaved: Unsaved) => Promise<UnsavedChoice>
  /** Closes the window for good; `close` is not asked again. */
  readonly close: () => void
}

/** Keeps a window open until its last keystroke is committed. */
export interface CloseGuard {
  /** Whether the window may close now. If not, the guard has begun to make it ready and closes it when it is. */
  readonly mayClose: () => boolean
  /** The page's answer. A token that was not asked for, or was answered before, does nothing. */
  readonly flushed: (token: string) => void
  /** The page's other answer: not everything could be committed. The window then closes only if the reader says so. */
  readonly notFlushed: (token: string, unsaved: Unsaved) => void
  /** The page is gone (it crashed, or its process was killed): an answer that is awaited will not come. */
  readonly pageLost: () => void
}

/** Makes the guard of one window; `newToken` gives a token that the page cannot guess. */
export const createCloseGuard = (actions: CloseGuardActions, newToken: () => string, limit = FLUSH_LIMIT): CloseGuard => {
  let ready = false
  let awaited: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const finish = (): void => {
    clearTimeout(timer)
    awaited = null
    ready = true
    actions.close()
  }

  const overdue = async (): Promise<void> => {
    const anyway = await actions.askToCloseAnyway()
    // The answer may have come while the question stood on screen.
    if (awaited === null) return
    if (anyway) finish()
    else awaited = null
  }

  const ask = (): void => {
    awaited = newToken()
    timer = setTimeout(() => void overdue(), limit)
    actions.askToFlush(awaited)
  }

  const consult = async (unsaved: Unsaved): Promise<void> => {
    clearTimeout(timer)
    const choice = await actions.askAboutUnsaved(unsaved)
    // The page may have been lost while the question stood on screen.
    if (awaited === null) return
    if (choice === 'close without saving') finish()
    else if (choice === 'try again') ask()
    else awaited = null
  }

  return {
    mayClose: () => {
      if (ready) return true
      if (awaited === null) ask()
      return false
    },
    flushed: (token) => {
      if (awaited !== null && token === awaited) finish()
    },
    notFlushed: (token, unsaved) => {
      if (awaited !== null && token === awaited) void consult(unsaved)
    },
    pageLost: () => {
      if (awaited !== null) finish()
    }
  }
}
