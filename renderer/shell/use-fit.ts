import { useLayoutEffect } from 'react'
import { viewState } from '../state/window/view'

/** Folds the side panes while the window, at the zoom it has, is too narrow for them. */
export const useFit = (): void => {
  useLayoutEffect(() => {
    const fit = (): void => viewState.fit(window.innerWidth)
    fit()
    window.addEventListener('resize', fit)
    return () => window.removeEventListener('resize', fit)
  }, [])
}
