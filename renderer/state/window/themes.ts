import type { Settings } from '#contract/library'

/** A theme the reader can choose. */
export type Theme = Settings['theme']

/** The themes, in the order and the words in which they are offered. */
export const THEMES: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'sepia', label: 'Sepia' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast' }
]

/** A face in which running text can be set. */
export type ReadingFont = NonNullable<Settings['font']>

/** The faces, in the order and the words in which they are offered. */
export const FONTS: readonly { readonly value: ReadingFont; readonly label: string }[] = [
  { value: 'serif', label: 'Serif' },
  { value: 'sans', label: 'Sans serif' },
  { value: 'mono', label: 'Monospaced' },
  { value: 'legible', label: 'Legible, wide' }
]

/** The forms in which days can be written. */
export const DATE_FORMS: readonly { readonly value: 'words' | 'iso'; readonly label: string }[] = [
  { value: 'words', label: '31 Jan 2007' },
  { value: 'iso', label: '2007-01-31' }
]
