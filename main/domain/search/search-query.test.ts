import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toMatch } from './search-match'
import { QUERY_LIMITS, readQuery } from './search-query'
import type { SearchQuery } from './search-query'

const LIBRARY = {
  tags: [{ id: 't1', name: 'Key claim' }, { id: 't2', name: 'Risk' }],
  risks: [{ id: 'competition', label: 'Competition' }, { id: 'funding', label: 'Funding and liquidity' }],
  folders: [{ id: 'f1', name: 'Deal A' }]
}
const read = (typed: string): SearchQuery => {
  const query = readQuery(typed, LIBRARY)
  if (query.kind !== 'query') throw new Error(`“${typed}” is ${JSON.stringify(query)}`)
  return query
}
const match = (typed: string): string | null => {
  const query = readQuery(typed, LIBRARY)
  return query.kind === 'query' && query.words ? toMatch(query.words) : null
}

describe('a query', () => {
  it.each([
    ['going concern', '("going" AND "concern"*)'],
    ['going concern ', '("going" AND "concern")'],
    ['"going concern"', '"going concern"'],
    ['“going concern” doubt', '("going concern" AND "doubt"*)'],
    ['"unterminated phr', '"unterminated phr"*'],
    ['a AND b ', '("a" AND "b")'],
    ['cash OR debt ', '("cash" OR "debt")'],
    ['a b OR c ', '(("a" AND "b") OR "c")'],
    ['a (b OR c) ', '("a" AND ("b" OR "c"))'],
    ['a -b ', '(("a") NOT ("b"))'],
    ['a -"b c" NOT d ', '(("a") NOT ("b c" OR "d"))'],
    ['a -(b OR c) ', '(("a") NOT (("b" OR "c")))'],
    ['NEAR(a b, 2)', 'NEAR("a" "b", 2)'],
    ['a NEAR/3 "b c" ', 'NEAR("a" "b c", 3)'],
    ['restat*', '"restat"*'],
    ['or and not near ', '("or" AND "and" AND "not" AND "near")'],
    ["'; DROP TABLE note;--", '("drop" AND "table" AND "note"*)'],
    ['10-K ', '"10 k"'],
    ['10K ', '("10k" OR "10 k")'],
    ['-5 ', '"5"'],
    ['https://example.test ', '"https example test"'],
    ['NYSE: ABC ', '("nyse" AND "abc")'],
    ['a\u0000bc ', '"abc"'],
    ['x & y ', '("x" AND "y")'],
    ['cash tag:', '"cash"'],
    ['company:', null],
    ['', null],
    ['   ', null],
    ['""', null],
    ['-- &', null],
    ['- ', null]
  ])('%j means %j', (typed, expected) => expect(match(typed)).toBe(expected))

  it('takes in query words', () => {
    const { words, filters } = read(
      'tag:"key claim" -tag:risk status:open company:"harrow ridge" form:8-K after:2006 before:2007-03 section:risk risk:fund kind:finding folder:deal covenant '
    )
    expect(words && toMatch(words)).toBe('"covenant"')
    expect(filters).toMatchObject({
      tag: { any: ['t1'], none: ['t2'] },
      status: { any: ['open'] },
      company: { any: [['harrow', 'ridge']] },
      form: { any: [['8', 'k']] },
      from: '2006-01-01',
      before: '2007-03-01',
      section: { any: [['risk']] },
      risk: { any: ['funding'] },
      kind: { any: ['finding'] },
      folder: { any: ['f1'] },
      notesOnly: false
    })
  })
  it('takes note: for words of notes, and values by their beginning', () => {
    const { words, filters } = read('note:"second look" Tag:key ')
    expect(words && toMatch(words)).toBe('"second look"')
    expect(filters).toMatchObject({ notesOnly: true, tag: { any: ['t1'] } })
  })
})

describe('a malformed query', () => {
  it.each<[string, string, string, RegExp]>([
    ['cash OR', 'OR', 'OR stands between two words.', /Write first OR second/],
    ['OR cash', 'OR', 'OR stands between two words.', /in quotes/],
    ['a OR OR b', 'OR', 'OR stands between two words.', /in quotes/],
    ['a AND', 'AND', 'AND stands between two words.', /in quotes/],
    ['(cash', '(', 'This bracket is not closed.', /Add a \)/],
    ['cash)', ')', 'This bracket closes nothing.', /Take the \) out/],
    ['cash ()', '()', 'There is nothing between these brackets.', /Write words/],
    ['-cash', '-', 'There are only words to leave out.', /Add a word/],
    ['cash NOT', 'NOT', 'NOT needs a word after it.', /-word/],
    ['NEAR(cash', 'NEAR(', 'NEAR( is not closed.', /NEAR\(first second, 8\)/],
    ['NEAR(cash)', 'NEAR(', 'NEAR needs two words or phrases.', /first NEAR\/8 second/],
    ['cash NEAR', 'NEAR', 'NEAR stands between two words.', /NEAR second/],
    ['re*state', '*', 'A * stands only at the end of a word.', /restat\*/],
    ['cash *', '*', 'A * needs the beginning of a word before it.', /restat\*/],
    ['compny:harrow', 'compny:', 'There is no query word compny:', /Did you mean company:/],
    ['notes:cash', 'notes:', 'There is no query word notes:', /Did you mean note:/],
    ['company: ', 'company:', 'company: needs a word after it.', /company:harrow/],
    ['tag:kye', 'kye', 'There is no tag called “kye”.', /"Key claim", Risk/],
    ['status:done', 'done', 'There is no status called “done”.', /none, open, asked, answered, closed/],
    ['before:soon', 'soon', '“soon” is not a date.', /before:2007-03/],
    ['after:2007-02-30', '2007-02-30', 'There is no day 2007-02-30.', /after:2007/],
    ['tag:risk OR cash', 'tag:risk', 'tag: cannot stand inside brackets or beside OR.', /brackets/],
    ['-note:cash word', 'cash', 'note: cannot be left out.', /-kind:note/]
  ])('%j is told at %j: %s', (typed, place, message, remedy) => {
    const query = readQuery(typed, LIBRARY)
    if (query.kind !== 'problem') throw new Error(`“${typed}” is ${JSON.stringify(query)}`)
    expect(typed.slice(query.problem.range.start, query.problem.range.end)).toBe(place)
    expect(query.problem.message).toBe(message)
    expect(query.problem.remedy).toMatch(remedy)
  })
  it('is one with too many words or characters', () => {
    expect(readQuery('word '.repeat(QUERY_LIMITS.words + 1), LIBRARY)).toMatchObject({ kind: 'problem' })
    expect(readQuery('w'.repeat(QUERY_LIMITS.length + 1), LIBRARY)).toMatchObject({ kind: 'problem',
      problem: { range: { start: QUERY_LIMITS.length } } })
    expect(readQuery('('.repeat(500), LIBRARY)).toMatchObject({ kind: 'problem' })
  })
})

it('gives for any text an answer or a problem in the text, and never what FTS5 cannot read', () => {
  const db = new Database(':memory:')
  db.exec("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
  const look = db.prepare('SELECT rowid FROM words WHERE words MATCH ?')
  const bits = fc.constantFrom('"', '“', '(', ')', 'NEAR(', 'NEAR/2', ' NEAR ', ' OR ', ' AND ', ' NOT ', ' -', '-', '*', '^', '+', ':',
    '{', '}', ',', ', 3', "'", ' ', '\u0000', 'going', 'a', '1,2', '$', '%', '<.5', 'tag:', 'note:', 'before:', 'status:open', 'company:',
    '10K', 'text:', '\ue002', '年')
  const typed = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(bits, { maxLength: 14 }).map((parts) => parts.join('')))
  fc.assert(fc.property(typed, (text) => {
    const query = readQuery(text, LIBRARY)
    if (query.kind === 'problem') {
      const { start, end } = query.problem.range
      expect(start >= 0 && start < end && end <= text.length).toBe(true)
      expect(query.problem.remedy).not.toBe('')
    } else if (query.kind === 'query' && query.words) expect(look.all(toMatch(query.words))).toEqual([])
  }), { numRuns: 5000 })
})
