import { describe, expect, it } from 'vitest'
import type { AnchorVerdict } from '#contract/annotation'
import { findAnchor } from './find-anchor'
import { annotate, layOut } from './laid-out-text'

/** A report of a fictional company, as it was first filed. */
const REPORT = [
  'RESULTS OF OPERATIONS',
  'Net sales were $1,000 thousand in the quarter ended June 30, 2007, an increase of 12% over the year before.',
  'The operating result was (1,204) thousand dollars after the closing of the Albany plant.',
  'Gross margin declined by 3.5 percent because freight became dearer.',
  'The company paid €4 million for the looms, which Mr. Harlow had ordered in March.',
  'Patients received 50 mg of the compound for 12 weeks in the well-known study at Troy.',
  'The auditors did not identify a material weakness in the internal controls.',
  'OUTLOOK',
  'We will open a second mill in Cohoes, and we expect that orders increase in the autumn.',
  'Management believes the credit line is sufficient. Interest on it is due each quarter.',
  'No dividend was declared on the common shares. The board may declare one later.',
  'RISK FACTORS',
  'Our suppliers may raise their prices without notice, which would harm our margins.',
  'We depend on one supplier for dyes, and its failure could interrupt our production.',
  'Our competitors are larger than we are and have more money to spend.',
  'TABLE OF SALES',
  '| Linen 48,200 1,050 Wool 12,400 2,300 Cotton 7,700 980',
  'SAFE HARBOR',
  'Actual results could differ materially from those in these statements.',
  'The statements speak only as of their date and we undertake no duty to update them.'
].join('\n')

interface Case {
  readonly name: string
  readonly words: string
  readonly edit: (report: string) => string
  readonly verdict: AnchorVerdict
  /** The words it stands on, or is proposed for; those of the quote where it is left out, null where there are none. */
  readonly now?: string | null
  readonly nth?: number
}

const swap = (before: string, after: string) => (report: string): string => {
  if (!report.includes(before)) throw new Error(`no such words: ${before}`)
  return report.replace(before, after)
}
const lineOf = (start: string): string => REPORT.split('\n').find((line) => line.startsWith(start)) ?? ''
const without = (start: string) => swap(`${lineOf(start)}\n`, '')
const moved = (start: string, behind: string) => (report: string): string =>
  report.replace(`${lineOf(start)}\n`, '').replace(lineOf(behind), `${lineOf(behind)}\n${lineOf(start)}`)

const SALES = lineOf('Net sales')
const LOSS = lineOf('The operating')
const MARGIN = lineOf('Gross')
const LOOMS = lineOf('The company paid')
const STUDY = lineOf('Patients')
const AUDIT = lineOf('The auditors')
const MILL = lineOf('We will')
const CREDIT = lineOf('Management')
const DIVIDEND = lineOf('No dividend')
const PRICES = lineOf('Our suppliers')
const RIVALS = lineOf('Our competitors')
const HARBOR = lineOf('Actual')

const SAME_WORDS: readonly Case[] = [
  { name: 'white space and wrapping', words: MILL, edit: swap('We will open a second mill', 'We will  open a\tsecond mill'),
    verdict: 'intact', now: MILL.replace('We will open a second', 'We will  open a\tsecond') },
  { name: 'typographic quotes and dashes', words: STUDY, edit: swap('well-known', 'well–known'), verdict: 'intact', now: STUDY },
  { name: 'a non-breaking hyphen', words: STUDY, edit: swap('well-known', 'well‑known'), verdict: 'intact', now: STUDY },
  { name: 'a minus sign for a hyphen', words: STUDY, edit: swap('well-known', 'well−known'), verdict: 'intact', now: STUDY },
  { name: 'a hyphen left out', words: STUDY, edit: swap('well-known', 'well known'), verdict: 'intact',
    now: STUDY.replace('well-known', 'well known') },
  { name: 'a word hyphenated at a line end', words: AUDIT, edit: swap('identify', 'iden- tify'), verdict: 'intact',
    now: AUDIT.replace('identify', 'iden- tify') },
  { name: 'a soft hyphen', words: AUDIT, edit: swap('material', 'mate\u00adrial'), verdict: 'intact',
    now: AUDIT.replace('material', 'mate\u00adrial') },
  { name: '1,000 written 1000', words: SALES, edit: swap('$1,000', '$1000'), verdict: 'intact', now: SALES.replace('1,000', '1000') },
  { name: 'percent written per cent', words: MARGIN, edit: swap('3.5 percent', '3.5 per cent'), verdict: 'intact',
    now: MARGIN.replace('percent', 'per cent') },
  { name: 'a percent sign written out', words: SALES, edit: swap('12%', '12 percent'), verdict: 'intact',
    now: SALES.replace('12%', '12 percent') },
  { name: 'a ligature', words: CREDIT, edit: swap('is sufficient', 'is su\ufb03cient'), verdict: 'intact',
    now: CREDIT.replace('sufficient', 'su\ufb03cient') },
  { name: 'another case', words: CREDIT, edit: swap('Management believes', 'MANAGEMENT believes'), verdict: 'intact',
    now: CREDIT.replace('Management', 'MANAGEMENT') },
  { name: 'a comma', words: CREDIT, edit: swap('Interest on it is', 'Interest on it, is'), verdict: 'intact',
    now: CREDIT.replace('on it is', 'on it, is') },
  { name: 'two letters swapped in a word that stands elsewhere', words: RIVALS, edit: swap('money to spend', 'moeny to spend'),
    verdict: 'reworded', now: RIVALS.replace('money', 'moeny') },
  { name: 'a letter left out of a word that stands elsewhere', words: 'The statements speak only as of their date',
    edit: swap('The statements speak', 'The statments speak'), verdict: 'intact', now: 'The statments speak only as of their date' },
  { name: 'a paragraph put in before', words: SALES,
    edit: swap('RESULTS OF OPERATIONS', 'RESULTS OF OPERATIONS\nThis report was prepared in July.'), verdict: 'intact', now: SALES },
  { name: 'the neighbours reworded a little', words: MARGIN, edit: swap('after the closing', 'owing to the closing'), verdict: 'intact',
    now: MARGIN },
  { name: 'in a heading', words: 'RISK FACTORS', edit: swap('RESULTS OF OPERATIONS', 'OPENING\nSome words.\nRESULTS OF OPERATIONS'),
    verdict: 'intact', now: 'RISK FACTORS' },
  { name: 'across two blocks', words: `${PRICES}\nWe depend`, edit: swap('RESULTS OF', 'THE RESULTS OF'), verdict: 'intact',
    now: `${PRICES} We depend` }
]

const MOVES: readonly Case[] = [
  { name: 'to another section', words: DIVIDEND, edit: moved('No dividend', 'Gross'), verdict: 'moved', now: DIVIDEND },
  { name: 'within its section, past its neighbours', words: SALES, edit: moved('Net sales', 'The auditors'), verdict: 'moved', now: SALES },
  { name: 'under a new heading', words: RIVALS, edit: swap('Our competitors', 'COMPETITION\nOur competitors'), verdict: 'moved',
    now: RIVALS },
  { name: 'its section renamed', words: MILL, edit: swap('OUTLOOK', 'PROSPECTS'), verdict: 'moved', now: MILL },
  { name: 'a slip corrected and moved', words: 'The statements speak only as of their date',
    edit: (report) => moved('The statements', 'Actual')(report).replace('SAFE HARBOR', 'CAUTION'), verdict: 'moved' }
]

const CHANGES: readonly Case[] = [
  { name: 'digits of a number', words: SALES, edit: swap('12%', '21%'), verdict: 'number-changed', now: SALES.replace('12%', '21%') },
  { name: 'a decimal point', words: MARGIN, edit: swap('3.5', '35'), verdict: 'number-changed', now: MARGIN.replace('3.5', '35') },
  { name: 'a decimal comma is no group', words: MARGIN, edit: swap('3.5', '3,5'), verdict: 'number-changed',
    now: MARGIN.replace('3.5', '3,5') },
  { name: 'thousand to million', words: SALES, edit: swap('$1,000 thousand', '$1,000 million'), verdict: 'number-changed',
    now: SALES.replace('thousand', 'million') },
  { name: 'a loss in parentheses to a gain', words: LOSS, edit: swap('(1,204)', '1,204'), verdict: 'number-changed',
    now: LOSS.replace('(1,204)', '1,204') },
  { name: 'parentheses to a minus sign', words: LOSS, edit: swap('(1,204)', '-1,204'), verdict: 'number-changed',
    now: LOSS.replace('(1,204)', '-1,204') },
  { name: 'a sign put in', words: MARGIN, edit: swap('by 3.5', 'by -3.5'), verdict: 'number-changed', now: MARGIN.replace('3.5', '-3.5') },
  { name: 'mg to mcg', words: STUDY, edit: swap('50 mg', '50 mcg'), verdict: 'number-changed', now: STUDY.replace('mg', 'mcg') },
  { name: 'weeks to months', words: STUDY, edit: swap('12 weeks', '12 months'), verdict: 'number-changed',
    now: STUDY.replace('weeks', 'months') },
  { name: 'a currency', words: LOOMS, edit: swap('€4', '$4'), verdict: 'number-changed', now: LOOMS.replace('€', '$') },
  { name: 'a month', words: LOOMS, edit: swap('in March', 'in April'), verdict: 'number-changed', now: LOOMS.replace('March', 'April') },
  { name: 'a year', words: SALES, edit: swap('30, 2007', '30, 2006'), verdict: 'number-changed', now: SALES.replace('2007', '2006') },
  { name: 'a number in words', words: 'We depend on one supplier for dyes', edit: swap('one supplier', 'two suppliers'),
    verdict: 'number-changed', now: 'We depend on two suppliers for dyes' },
  { name: '"not" taken out', words: AUDIT, edit: swap('did not identify', 'did identify'), verdict: 'polarity-changed',
    now: AUDIT.replace('did not', 'did') },
  { name: '"not" put in', words: CREDIT, edit: swap('line is sufficient', 'line is not sufficient'), verdict: 'polarity-changed',
    now: CREDIT.replace('is sufficient', 'is not sufficient') },
  { name: 'a contraction of not', words: MILL, edit: swap('We will open', "We won't open"), verdict: 'polarity-changed',
    now: MILL.replace('will', "won't") },
  { name: 'will to may', words: MILL, edit: swap('We will', 'We may'), verdict: 'polarity-changed', now: MILL.replace('will', 'may') },
  { name: 'may to could', words: PRICES, edit: swap('may raise', 'could raise'), verdict: 'polarity-changed',
    now: PRICES.replace('may', 'could') },
  { name: 'increase to decrease', words: SALES, edit: swap('an increase', 'a decrease'), verdict: 'polarity-changed',
    now: SALES.replace('an increase', 'a decrease') },
  { name: 'declined to rose', words: MARGIN, edit: swap('declined', 'rose'), verdict: 'polarity-changed',
    now: MARGIN.replace('declined', 'rose') },
  { name: '"no" to "a"', words: DIVIDEND, edit: swap('No dividend', 'A dividend'), verdict: 'polarity-changed',
    now: DIVIDEND.replace('No', 'A') },
  { name: 'a name by one letter', words: LOOMS, edit: swap('Harlow', 'Harrow'), verdict: 'reworded',
    now: LOOMS.replace('Harlow', 'Harrow') },
  { name: 'a name', words: MILL, edit: swap('Cohoes', 'Utica'), verdict: 'reworded', now: MILL.replace('Cohoes', 'Utica') },
  { name: 'singular to plural', words: MILL, edit: swap('a second mill', 'a second mills'), verdict: 'reworded',
    now: MILL.replace('mill', 'mills') },
  { name: 'another word', words: AUDIT, edit: swap('identify', 'report'), verdict: 'reworded', now: AUDIT.replace('identify', 'report') },
  { name: 'sentences merged', words: CREDIT, edit: swap('sufficient. Interest on it is', 'sufficient and interest on it is'),
    verdict: 'reworded', now: CREDIT.replace('. Interest', ' and interest') },
  { name: 'a sentence split', words: LOOMS, edit: swap(', which Mr.', '. They were what Mr.'), verdict: 'reworded',
    now: LOOMS.replace(', which', '. They were what') },
  { name: 'a range for its dash', words: 'Patients received 50 mg of the compound for 12 weeks',
    edit: swap('for 12 weeks', 'for 10-12 weeks'), verdict: 'number-changed',
    now: 'Patients received 50 mg of the compound for 10-12 weeks' }
]

const AROUND: readonly Case[] = [
  { name: 'a number alone, where its sentence turned', words: '12%', edit: swap('an increase of 12%', 'a decrease of 12%'),
    verdict: 'polarity-changed' },
  { name: 'a number alone, where "not" came before it', words: 'a material weakness', edit: swap('did not identify', 'did identify'),
    verdict: 'polarity-changed' },
  { name: 'a number alone, where its unit changed', words: '50', edit: swap('50 mg', '50 mcg'), verdict: 'number-changed' },
  { name: 'a number alone, where its parentheses went', words: '1,204', edit: swap('(1,204)', '1,204'), verdict: 'number-changed' },
  { name: 'a number alone, where its scale changed', words: '$1,000', edit: swap('$1,000 thousand', '$1,000 million'),
    verdict: 'number-changed' },
  { name: 'words denied in front', words: 'the credit line is sufficient',
    edit: swap('Management believes', 'Management no longer believes'), verdict: 'polarity-changed' },
  { name: 'words whose sentence changed further away', words: 'freight became dearer', edit: swap('Gross margin', 'The gross margin'),
    verdict: 'intact' }
]

const LOST: readonly Case[] = [
  { name: 'deleted', words: RIVALS, edit: without('Our competitors'), verdict: 'gone', now: null },
  { name: 'deleted, with a look-alike beside it', words: PRICES,
    edit: (report) =>
      without('Our suppliers')(swap(RIVALS, 'Our customers may raise their prices without notice, which would harm our margins.')(report)),
    verdict: 'gone', now: null },
  { name: 'deleted, with a look-alike that stood there before', words: 'Wool sold well in the north during the spring.',
    edit: swap('Wool sold well in the north during the spring.\n', ''), verdict: 'gone', now: null },
  { name: 'rewritten', words: AUDIT, edit: swap(AUDIT, 'Controls over reporting were found to be working as they should.'), verdict: 'gone',
    now: null },
  { name: 'a short quote of which one letter changed', words: 'Mr. Harlow', edit: swap('Mr. Harlow', 'Mr. Harrow'), verdict: 'gone',
    now: null },
  { name: 'a short number that grew a digit', words: '48,200', edit: swap('48,200', '148,200'), verdict: 'gone', now: null },
  { name: 'a table cell that changed', words: '1,050', edit: swap('1,050', '1,500'), verdict: 'gone', now: null },
  { name: 'a table row that changed', words: 'Linen 48,200 1,050 Wool', edit: swap('1,050', '1,150'), verdict: 'number-changed',
    now: 'Linen 48,200 1,150 Wool' },
  { name: 'a table cell that stayed', words: '2,300', edit: swap('RESULTS OF', 'THE RESULTS OF'), verdict: 'intact' }
]

/** The report with sentences that are much like each other, or the same. */
const LIKE = REPORT.replace(LOOMS,
  `${LOOMS}\nWool sold well in the north during the spring.\nWool sold well in the south during the spring.`)
  .replace(RIVALS, `${RIVALS}\n${HARBOR}`)

const COPIES: readonly Case[] = [
  { name: 'the copy of the risk factors stays there', words: HARBOR, edit: swap('RESULTS OF', 'THE RESULTS OF'), verdict: 'intact',
    now: HARBOR, nth: 0 },
  { name: 'the copy of the safe harbor stays there', words: HARBOR, edit: swap('RESULTS OF', 'THE RESULTS OF'), verdict: 'intact',
    now: HARBOR, nth: 1 },
  { name: 'the copy that was deleted is not the other one', words: HARBOR, edit: swap(`\n${HARBOR}\nTABLE`, '\nTABLE'), verdict: 'gone',
    now: null, nth: 0 },
  { name: 'the copy that is left is not the deleted one', words: HARBOR, edit: swap(`\n${HARBOR}\nThe statements`, '\nThe statements'),
    verdict: 'gone', now: null, nth: 1 },
  { name: 'the copy that was reworded is found where it stood', words: HARBOR,
    edit: swap(`${HARBOR}\nTABLE`, `${HARBOR.replace('those in', 'those told in')}\nTABLE`), verdict: 'reworded',
    now: HARBOR.replace('those in', 'those told in'), nth: 0 },
  { name: 'a sentence doubled on the spot', words: MARGIN, edit: swap(MARGIN, `${MARGIN}\n${MARGIN}`), verdict: 'ambiguous', now: null },
  { name: 'a sentence doubled between long neighbours', words: CREDIT, edit: swap(CREDIT, `${CREDIT}\n${CREDIT}`), verdict: 'ambiguous',
    now: null },
  { name: 'a sentence copied to another section', words: MARGIN, edit: swap(PRICES, `${PRICES}\n${MARGIN}`), verdict: 'intact',
    now: MARGIN },
  { name: 'look-alikes swapped', words: 'Wool sold well in the north during the spring.',
    edit: swap('Wool sold well in the north during the spring.\nWool sold well in the south during the spring.',
      'Wool sold well in the south during the spring.\nWool sold well in the north during the spring.'), verdict: 'moved' },
  { name: 'deleted beside its look-alike', words: 'Wool sold well in the north during the spring.',
    edit: swap('Wool sold well in the north during the spring.\n', ''), verdict: 'gone', now: null },
  { name: 'a number that stands twice', words: '12', edit: swap('OUTLOOK', 'Nothing else happened.\nOUTLOOK'), verdict: 'intact', nth: 1 }
]

const check = (raw: string, { words, edit, verdict, now, nth = 0 }: Case): void => {
  const found = findAnchor(annotate(raw, words, nth), layOut(edit(raw)), layOut(raw))
  const expected = now === undefined ? words : now
  expect({ verdict: found.verdict, words: found.words?.replace(/[‐‑‒–—−]/g, '-') ?? null }).toEqual({ verdict,
    words: expected?.replaceAll('\t', ' ') ?? null })
  if (found.range)
    expect(edit(raw).slice(found.range.start, found.range.end).replace(/[‐‑‒–—−]/g, '-').replace(/[\t\n]/g, ' ')).toBe(
      expected?.replaceAll('\t', ' ')
    )
}

describe('words that stay what they are, intact with', () => {
  it.each(SAME_WORDS)('$name', (one) => check(REPORT, one))
})
describe('words that moved', () => {
  it.each(MOVES)('$name', (one) => check(REPORT, one))
})
describe('words that changed, held with the place proposed', () => {
  it.each(CHANGES)('$name', (one) => check(REPORT, one))
})
describe('words that stayed where what they say changed around them', () => {
  it.each(AROUND)('$name', (one) => check(REPORT, one))
})
describe('words that were lost', () => {
  it.each(LOST)('$name', (one) => check(one.words.startsWith('Wool') ? LIKE : REPORT, one))
})
describe('words that stand more than once', () => {
  it.each(COPIES)('$name', (one) => check(LIKE, one))
})
