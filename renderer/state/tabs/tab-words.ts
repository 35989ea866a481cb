/** What a tab says of its filing: whose it is, what it is, and of which day. */
export interface TabWords {
  readonly who: string
  /** The form or exhibit; empty where it is not known. */
  readonly form: string
  /** The day as the window writes it; empty where none is known. */
  readonly day: string
}

/** A tab's words beside others of the same company and form: its day is what tells it from them, and is cut to what does. */
export interface ToldTab extends TabWords {
  readonly twin: boolean
}

const year = /\d{4}/u

/** A day without its year: `31 Jan 2007` is `31 Jan`, `2007-01-31` is `01-31`. */
const withoutYear = (day: string): string => day.replace(/[\s-]?\d{4}[\s-]?/u, '')

/**
 * Tells tabs apart, in their order: among those of one company and form the day shrinks to the year where the years differ, to day and month
 * where the year is one, and stays whole where neither would do.
 */
export const tellApart = (tabs: readonly TabWords[]): ToldTab[] =>
  tabs.map((tab) => {
    const twins = tabs.filter((other) => other.who === tab.who && other.form === tab.form && other.day !== '')
    if (twins.length < 2 || tab.day === '') return { ...tab, twin: false }
    const differ = (words: (day: string) => string): boolean => new Set(twins.map(({ day }) => words(day))).size === twins.length
    const yearOf = (day: string): string => year.exec(day)?.[0] ?? day
    const oneYear = new Set(twins.map(({ day }) => yearOf(day))).size === 1
    return { ...tab, twin: true, day: differ(yearOf) ? yearOf(tab.day) : oneYear ? withoutYear(tab.day) : tab.day }
  })
