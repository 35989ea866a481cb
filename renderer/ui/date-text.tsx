import { createContext, useContext } from 'react'

/** How dates are written in the window: `short` at a glance, `whole` as a tooltip. Each takes ISO 8601, a day or a moment. */
export interface DateWords {
  readonly short: (iso: string) => string
  readonly whole: (iso: string) => string
}

const AS_IT_IS: DateWords = { short: (iso) => iso, whole: (iso) => iso }

/** Gives all dates below it one form. */
export const DateWordsContext = createContext<DateWords>(AS_IT_IS)

/** The form of dates that holds here. */
export const useDateWords = (): DateWords => useContext(DateWordsContext)

/** A date, in words a reader takes in at a glance; the whole moment as its tooltip, with where it was read where `from` says so. */
export const DateText = ({ iso, label, from }: { readonly iso: string; readonly label?: string; readonly from?: string | undefined }) => {
  const { short, whole } = useDateWords()
  const title = [label, whole(iso), from].filter((part) => part !== undefined).join(' ')
  return <time dateTime={iso} title={title} data-said={from === undefined ? undefined : true}>{short(iso)}</time>
}
