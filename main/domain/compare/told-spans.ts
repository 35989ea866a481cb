const COUNT =
  '(three|six|nine|twelve|thirteen|fourteen|twenty[- ]six|thirty[- ]nine|fifty[- ]two|fifty[- ]three|3|6|9|12|13|14|26|39|52|53)'
const SPAN = new RegExp(
  `\\b${COUNT}[- ](?:months?|weeks?)(?=,? (?:periods? )?end(?:ed|ing)| of (?:fiscal |the )?(?:year|\\d{4}))` +
    `|\\b(?:first|last|past|same|for the) ${COUNT}[- ](?:months?|weeks?)\\b` +
    `|\\b(?:first|second|third|fourth)[- ](?:fiscal )?(quarter)|\\b(quarter)(?= end(?:ed|ing)| of )|\\b(?:first|second)[- ](half)\\b` +
    `|\\b(year)(?= end(?:ed|ing))|\\b(?:full|whole)[- ](year)\\b`,
  'gi'
)
const SPAN_MONTHS: Readonly<Record<string, number>> = { three: 3, six: 6, nine: 9, twelve: 12, thirteen: 3, fourteen: 3, 'twenty six': 6,
  'thirty nine': 9, 'fifty two': 12, 'fifty three': 12, 3: 3, 6: 6, 9: 9, 12: 12, 13: 3, 14: 3, 26: 6, 39: 9, 52: 12, 53: 12, quarter: 3,
  half: 6, year: 12 }

/** The lengths of time, in months, for which a text tells figures: "three months ended", "first half"; more than once where it does so. */
export const spansOf = (text: string): readonly number[] =>
  /month|week|quarter|half|year/i.test(text)
    ? [...text.matchAll(SPAN)].flatMap((match) =>
      SPAN_MONTHS[(match.slice(1).find((group) => group !== undefined) ?? '').toLowerCase().replace('-', ' ')] ?? []
    )
    : []
