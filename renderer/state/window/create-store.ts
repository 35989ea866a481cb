import { createStore as createVanilla, type StoreApi } from 'zustand/vanilla'

/** One store of the window: a frozen value, replaced and never changed in place. */
export interface Store<S extends object> {
  /** The present value. */
  readonly get: () => S
  /** Replaces the named fields; a function gets the present value and answers the fields to replace. */
  readonly set: (change: Partial<S> | ((state: S) => Partial<S>)) => void
  /** Calls the listener with the new and the old value after each change, until the returned function is called. */
  readonly subscribe: (listener: (state: S, previous: S) => void) => () => void
  /** What React subscribes to; only `use-store.ts` reads it. */
  readonly api: StoreApi<S>
}

/** What every state module exports: its store beside its actions and selectors. */
export interface StateModule<S extends object> {
  readonly store: Store<S>
}

/**
 * A store that starts with `initial`. The value is frozen one level deep, so that a component that tries to change it fails
 * at once; the analysis of a filing inside it is left as it came, since freezing 100,000 nodes would be felt.
 */
export const createStore = <S extends object>(initial: S): Store<S> => {
  const api = createVanilla<S>(() => Object.freeze({ ...initial }))
  return {
    get: api.getState,
    set: (change) => {
      const state = api.getState()
      const patch = typeof change === 'function' ? change(state) : change
      api.setState(Object.freeze({ ...state, ...patch }), true)
    },
    subscribe: api.subscribe,
    api
  }
}
