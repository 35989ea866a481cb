/** What a spreadsheet is to make of a cell that is pasted: a number with its format, or text that it may not read as anything else. */

/** A number as a spreadsheet keeps it: `value` is written with a point and no groups; `format` is a number format of spreadsheets (English). */
export interface SheetNumber {
  readonly value: string
  readonly format: string
}

const AMOUNT =
  /^(?<minus>[-−–])?(?<before>US\$|C\$|A\$|HK\$|[$€£¥])?(?<open>\()?(?<inner>[-−–])?(?<inside>[$€£¥])?(?<whole>\d{1,3}(?:,\d{3})+|\d*)(?<rest>\.\d+)?(?<percent>%)?\)?(?<after>%)?$/

/** Digits that a number would not keep: a code such as 00123, or more than a spreadsheet counts exactly. */
const isCode = (whole: string, rest: string): boolean => /^0\d/.test(whole) || whole.replaceAll(',', '').length + rest.length > 15

/** Moves the point of a number two places to the left, digit by digit: 36.5 becomes 0.365. */
const hundredth = (digits: string): string => {
  const [whole = '', rest = ''] = digits.split('.')
  const padded = whole.padStart(3, '0')
  return `${padded.slice(0, -2)}.${padded.slice(-2)}${rest}`
}

/** Two numbers side by side, such as one with the number of its footnote. */
const APART = /[\d.]\s+[\d.]/

/** The number that a cell is wholly, in brackets a negative one; null where it is none, as a code, a date, a range, a dash or two numbers. */
export const sheetNumber = (text: string): SheetNumber | null => {
  const found = AMOUNT.exec(text.replace(/\s+/g, ''))?.groups
  if (!found || APART.test(text)) return null
  const { whole = '', rest = '' } = found
  if (whole === '' && rest === '') return null
  // A bracket that is only closed was opened in another cell: whether the number is a negative one is not to be seen here.
  if (isCode(whole, rest) || (found['open'] === undefined && text.includes(')'))) return null
  const percent = found['percent'] !== undefined || found['after'] !== undefined
  const negative = [found['minus'], found['open'], found['inner']].some((sign) => sign !== undefined)
  const digits = `${whole === '' ? '0' : whole.replaceAll(',', '')}${rest}`
  const places = '0'.repeat(Math.max(rest.length - 1, 0))
  const decimals = places === '' ? '' : `.${places}`
  const format = percent ? `0${decimals}%` : `${whole.includes(',') ? '#,##0' : '0'}${decimals}`
  return { value: `${negative ? '-' : ''}${percent ? hundredth(digits) : digits}`, format }
}

/** A number format as a style of HTML names it: each sign that is no letter or digit behind a back-slash. */
const escapedFormat = (format: string): string => format.replace(/[^A-Za-z0-9]/g, (sign) => `\\${sign}`)

/** The attributes of a cell of an HTML table on the clipboard: its value where it is a number, else that it is text, whatever it looks like. */
export const sheetAttributes = (text: string): string => {
  const number = sheetNumber(text)
  if (number === null) return ` style='mso-number-format:"\\@"'`
  return ` x:num="${number.value}" style='mso-number-format:"${escapedFormat(number.format)}"'`
}
