import { useEffect } from 'react'
import { useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'

/** Keeps the theme of the page in step with the setting, and with the system where that was chosen. */
export const useTheme = (): void => {
  const theme = useStore(workspaceState, (state) => state.settings.theme)
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const contrast = window.matchMedia('(prefers-contrast: more)')
    const apply = (): void => {
      const system = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light'
      document.documentElement.dataset['theme'] = theme === 'system' ? system : theme
    }
    apply()
    for (const query of [dark, contrast]) query.addEventListener('change', apply)
    return () => {
      for (const query of [dark, contrast]) query.removeEventListener('change', apply)
    }
  }, [theme])
}
