import type { Settings } from '#contract/library'

/** A theme the reader can choose. */
export type Theme = Settings['theme']

/** The themes, in the order and the words in which they are offered. */
export const THEMES: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'As the system' }, { value: 'light', label: 'Light' }, { value: 'sepia', label: 'Sepia' },
  { value: 'dark', label: 'Dark' }, { value: 'contrast', label: 'High contrast' }
]
