import { useStore as useZustand } from 'zustand'
import { useShallow as useShallowSelector } from 'zustand/react/shallow'
import type { StateModule } from './create-store'

/** What a selector of `module` answers now; the component is drawn again when the answer is another value. */
export const useStore = <S extends object, T>(module: StateModule<S>, selector: (state: S) => T): T =>
  useZustand(module.store.api, selector)

/** As `useStore`, for a selector that builds a list or an object: drawn again only when one of its members changed. */
export const useShallow = <S extends object, T>(module: StateModule<S>, selector: (state: S) => T): T =>
  useZustand(module.store.api, useShallowSelector(selector))
