/** Dates as the reader wants them written. */
import { dateText, dayText, wholeDateText, type DateForm } from '#model/dates'
import { workspaceState } from './workspace'

/** The form of dates that the reader chose. */
export const selectDateForm = ({ settings }: { readonly settings: { readonly dates?: DateForm } }): DateForm => settings.dates ?? 'words'

/** How dates are written in a form. */
export const dateWordsIn = (form: DateForm): { readonly short: (iso: string) => string; readonly whole: (iso: string) => string } => ({
  short: (iso) => dateText(iso, new Date(), form),
  whole: wholeDateText
})

/** A day `YYYY-MM-DD` as the reader wants it now; for words that are written once, such as those of a citation. */
export const dayNow = (day: string): string => dayText(day, selectDateForm(workspaceState.store.get()))
