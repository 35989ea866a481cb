/** How days are written everywhere in the window: `31 Jan 2007` or `2007-01-31`. */
export type DateForm = 'words' | 'iso'

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const WHOLE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' })
const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/

/** The day of a moment where the reader is, as `YYYY-MM-DD`. */
const localDay = (moment: Date): string =>
  [String(moment.getFullYear()).padStart(4, '0'), String(moment.getMonth() + 1).padStart(2, '0'), String(moment.getDate()).padStart(2, '0')]
    .join('-')

/** A day `YYYY-MM-DD` of a filing in the chosen form; words that are no day stand as they are. */
export const dayText = (day: string, form: DateForm): string => {
  const moment = PLAIN_DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(moment) || form === 'iso' ? day : DAY.format(moment)
}

/** A day or a moment (ISO 8601) in the chosen form; of today, told by `now`, the time of a moment. */
export const dateText = (iso: string, now: Date, form: DateForm): string => {
  if (PLAIN_DAY.test(iso)) return dayText(iso, form)
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  return localDay(moment) === localDay(now) ? `Today ${TIME.format(moment)}` : dayText(localDay(moment), form)
}

/** All that is known of a day or a moment: "Saturday 3 March 2007 at 14:05"; a day stands as `YYYY-MM-DD`. */
export const wholeDateText = (iso: string): string => {
  const moment = new Date(iso)
  return PLAIN_DAY.test(iso) || Number.isNaN(moment.getTime()) ? iso : WHOLE.format(moment)
}

/** A month `YYYY-MM`: "March 2007", or as it stands. */
export const monthText = (month: string, form: DateForm): string => {
  const moment = /^\d{4}-\d{2}$/.test(month) ? Date.parse(`${month}-01T00:00:00Z`) : Number.NaN
  return Number.isNaN(moment) || form === 'iso' ? month : MONTH.format(moment)
}
