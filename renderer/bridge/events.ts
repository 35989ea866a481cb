import type { EventName, Events } from '#contract/events'

/** Calls `listener` for each event of that name until the returned function is called; does nothing outside Redwell. */
export const subscribe = <E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void =>
  window.redwell?.on(name, listener) ?? (() => undefined)
