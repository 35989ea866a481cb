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

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The day that a person typed, as `YYYY-MM-DD`: `2007-01-31`, `31 Jan 2007`, `January 31, 2007`. Null for anything else: a day written in numbers
 * with the month first or second reads two ways, a year has four digits, and the calendar must have the day.
 */
export const readDay = (words: string): string | null => {
  const text = words.trim().replaceAll(/\s+/gu, ' ')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text)
  const named = /^(\d{1,2})(?:st|nd|rd|th)?\.? (\p{L}{3,9})\.?,? (\d{4})$/iu.exec(text)
  const american = /^(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu.exec(text)
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : named
    ? [named[3], named[2], named[1]]
    : [american?.[3], american?.[1], american?.[2]]
  if (year === undefined || month === undefined || day === undefined) return null
  const number = /^\d/u.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const moment = new Date(Date.UTC(Number(year), number - 1, Number(day)))
  const isDay = moment.getUTCFullYear() === Number(year) && moment.getUTCMonth() === number - 1 && moment.getUTCDate() === Number(day)
  return number > 0 && isDay ? moment.toISOString().slice(0, 10) : null
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
