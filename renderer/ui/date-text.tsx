const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/

/** A day or a moment in words: the time for today, the day without its year for this year. `iso` is ISO 8601, `now` the present moment. */
export const dateWords = (iso: string, now: Date): string => {
  const plain = PLAIN_DAY.test(iso)
  const date = new Date(plain ? `${iso}T00:00:00` : iso)
  if (Number.isNaN(date.getTime())) return iso
  if (!plain && date.toDateString() === now.toDateString()) return `Today ${TIME.format(date)}`
  return date.getFullYear() === now.getFullYear() && !plain ? `${SHORT.format(date)}, ${TIME.format(date)}` : DAY.format(date)
}

/** A date, in words a reader takes in at a glance; the whole moment as its tooltip. */
export const DateText = ({ iso, label }: { readonly iso: string; readonly label?: string }) => {
  const date = new Date(iso)
  const title = Number.isNaN(date.getTime()) || PLAIN_DAY.test(iso)
    ? iso
    : date.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' })
  return <time dateTime={iso} title={label === undefined ? title : `${label} ${title}`}>{dateWords(iso, new Date())}</time>
}
