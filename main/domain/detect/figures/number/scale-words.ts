import { pattern } from '#model/pattern'

/** The scale that a caption, or a bracket in a sentence, sets: for money, and for shares where it says so. Powers of ten as numbers; null where it sets none. */
export interface ScaleStatement {
  readonly money: number | null
  readonly shares: number | null
}

const POWERS: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }

const STATEMENT = pattern('gi')`
  \b(?:in|are)\s+(?:(?!thousand|million|billion|trillion|accordance|addition|which|the)[\w.$]{1,14}\s+){0,3}(thousand|million
  |billion|trillion)s\b|\$?\b0{3}['’]?s\b(?:\s+omitted)?|\b(?:thousands|millions) of\s+(?:[a-z.]+\s+)?(?:dollars|euros|yen
  |yuan|renminbi|pounds|rmb)\b|[$€£¥]\s?(?:millions|thousands|['’]?000)\b
  |\bamounts? (?:are )?in\s+(?:(?:eur|euros?|usd|us\$|chf|gbp|sek|nok|dkk|cad|aud|rmb)\s+)?(?:million|thousand|billion)\b
  (?:\s+(?:eur|euros?|usd|us\$|chf|gbp|sek|nok|dkk|cad|aud|rmb))?|['’]000\b`

const powerOf = (match: RegExpExecArray): number => {
  const word = match[1] ?? /thousand|million|billion/i.exec(match[0])?.[0]
  return word === undefined ? 1e3 : POWERS[word.toLowerCase()] ?? 1e3
}

/** Whether the words between the last statement and this one speak of shares, and of no money behind them. */
const isOfShares = (words: string): boolean => {
  const shares = Math.max(words.toLowerCase().lastIndexOf('share'), words.toLowerCase().lastIndexOf('unit'))
  if (shares < 0 || /per[-\s]+(?:\w+\s+)?(?:share|unit)[^,;]*$/i.test(words) && !/number of shares/i.test(words)) return false
  return shares > words.search(/\b(?:dollars?|amounts?|money|euros?|us\$|\$)(?!.*\b(?:dollars?|amounts?)\b)/i)
}

/** What scale a text sets for the amounts under it: "(dollars in millions; shares in thousands)". */
export const readScale = (text: string): ScaleStatement => {
  let money: number | null = null
  let shares: number | null = null
  let dollars = false
  let last = 0
  for (const match of text.matchAll(STATEMENT)) {
    const before = text.slice(Math.max(last, match.index - 80), match.index)
    const clause = before.split(/[;()]/).at(-1) ?? ''
    if (isOfShares(clause.length < 4 ? before : clause)) shares ??= powerOf(match)
    else {
      money ??= powerOf(match)
      // "Dollars in millions" says nothing of shares.
      if (/\b(?:dollars|euros|yen|us\$|rmb|\$)\s*$|[$€£]\s*$/i.test(clause)) dollars = true
    }
    last = match.index + match[0].length
  }
  const exception = /except\b[^.;)]*/i.exec(text)?.[0].replace(/per[-\s]+(?:\w+\s+)?(?:shares?|units?)/gi, '') ?? ''
  const exempt = /\bshares?\b/i.test(exception)
  return { money, shares: shares ?? (money === null ? null : exempt || dollars ? 1 : money) }
}
