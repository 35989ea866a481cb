import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds, toJudge, toMatch } from './search-match'
import { readQuery } from './search-query'
import { foldForSearch, searchWords } from './search-text'

const db = new Database(':memory:')
db.exec("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
const add = db.prepare('INSERT INTO words (rowid, text) VALUES (1, ?)')
const clear = db.prepare('DELETE FROM words')
const look = db.prepare('SELECT rowid FROM words WHERE words MATCH ?')
const NOTHING = { tags: [], risks: [], folders: [] }

/** Whether a query typed to its end finds a text in the index, and whether the judgement outside the index agrees. */
const finds = (query: string, text: string): boolean => {
  const read = readQuery(query, NOTHING)
  if (read.kind !== 'query' || read.words === null) throw new Error(`“${query}” is no query of words`)
  clear.run()
  add.run(foldForSearch(text))
  const found = look.all(toMatch(read.words)).length > 0
  expect(holds(read.words, toJudge(searchWords(text).map(({ word }) => word))), 'the judgement outside the index').toBe(found)
  return found
}

describe('what a person means is found', () => {
  it.each([
    // Numbers
    ['1,234 ', 'Net sales were 1,234 units.'],
    ['1234 ', 'Net sales were 1,234 units.'],
    ['1,234 ', 'Net sales were 1234 units.'],
    ['1,234.5 ', 'a total of $1,234.5 million'],
    ['$3.2 ', 'rose to $3.2 million'],
    ['$3.2 ', 'rose to $ 3.2 million'],
    ['3.2 ', 'rose to $3.2 million'],
    ['$1,234,567 ', 'cash of $1,234,567'],
    ['12% ', 'up 12% on the year'],
    ['12% ', 'up 12 % on the year'],
    ['12% ', 'up 12 percent on the year'],
    ['12% ', 'up 12 per cent on the year'],
    ['12 percent ', 'up 12% on the year'],
    ['"12 percent of" ', '12% of revenue'],
    ['percent ', 'a 4.5% rate'],
    ['p=0.0096 ', 'was met (p=0.0096).'],
    ['p=0.0096 ', 'was met (p = 0.0096).'],
    ['p=0.0096 ', 'was met, P=.0096.'],
    ['p<.05 ', 'significant at p < 0.05'],
    ['p<0.001 ', 'with p ≤ 0.001'],
    ['0.5 ', 'a margin of .5 points'],
    ['(5) ', 'a loss of (5)'],
    ['-5% ', 'a change of -5%'],
    ['€20 ', 'sold at €20 each'],
    ['Item 1.01 ', 'Item 1.01 Entry into a Material Agreement'],
    ['1,2', 'in all 1,234 units'],
    ['1,23', 'in all 1,234 units'],
    ['3.', 'about 3.25 times'],
    // Forms, tickers, initials
    ['10-K ', 'the annual report on Form 10-K'],
    ['10K ', 'the annual report on Form 10-K'],
    ['10-K ', 'its 10 K filing'],
    ['8k ', 'Form 8-K'],
    ['20-f ', 'on Form 20-F/A'],
    ['AT&T ', 'a contract with AT&T Corp.'],
    ['R&D ', 'R & D expense'],
    ['NYSE:HRT ', '(NYSE: HRT)'],
    ['HRT.B ', 'class B (HRT.B)'],
    ['US ', 'sold in the U.S. and abroad'],
    ['U.S. ', 'sold in the US and abroad'],
    ['U.S.-based ', 'a US-based unit'],
    ['J.P. ', 'J.P. Orr & Co.'],
    // Hyphens, dashes, quotes, unseen and look-alike characters
    ['post-hoc ', 'a post hoc analysis'],
    ['"post hoc" ', 'a post-hoc analysis'],
    ['post-hoc ', 'a post–hoc analysis'],
    ['post—hoc ', 'post-hoc'],
    ["company's ", 'the company’s plan'],
    ['company’s ', "the company's plan"],
    ['company ', 'the company’s plan'],
    ['“going concern” ', 'a going concern doubt'],
    ['«going concern» ', 'a "going concern" doubt'],
    ['going concern ', 'going\u00a0concern'],
    ['concern ', 'con\u00adcern'],
    ['going ', 'go\u200bing'],
    ['finding ', 'the ﬁrst ﬁnding'],
    ['effect ', 'an eﬀect'],
    ['resume ', 'his résumé'],
    ['résumé ', 'his resume'],
    ['going ', 'gоing'],
    ['sales ', 'Ｓａｌｅｓ'],
    ['zyntra ', 'Zyntra™ patches'],
    ['patches ', 'patches¹ and gels²'],
    // Operators
    ['endpoint OR biomarker ', 'a biomarker was read'],
    ['endpoint -secondary ', 'the primary endpoint'],
    ['endpoint NOT secondary ', 'the primary endpoint'],
    ['restat* ', 'they restated it'],
    ['"going conc"* ', 'a going concern'],
    ['going NEAR/2 doubt ', 'going concern in doubt'],
    ['NEAR(going doubt, 3) ', 'doubt of its going on'],
    ['(cash OR debt) covenant ', 'a debt covenant'],
    ['conc', 'a going concern'],
    ['"going conc', 'a going concern'],
    ['12(b) ', 'Section 12(b) of the Act'],
    ['401(k) ', 'the 401(k) plan']
  ])('%j finds %j', (query, text) => expect(finds(query, text)).toBe(true))
})

describe('what a person does not mean is not found', () => {
  it.each([
    ['1,234 ', 'items 1 and 234'],
    ['1,234 ', 'pages 1, 234'],
    ['1,234 ', 'in all 1,234,567'],
    ['1,234 ', 'a total of 1,234.5'],
    ['234 ', 'in all 1,234'],
    ['3.2 ', 'paragraphs 3 and 2'],
    ['$3.2 ', 'a factor of 3.2'],
    ['12% ', 'all 12 members'],
    ['12% ', 'in 12 months, 5%'],
    ['p=0.0096 ', 'was 0.0096 of all p'],
    ['p=0.05 ', 'with p<0.05'],
    ['p<0.05 ', 'with p=0.05'],
    ['p<0.05 ', 'with p>0.05'],
    ['0.5 ', 'a margin of 5 points'],
    ['10-K ', 'Form 10-Q'],
    ['10K ', 'in 10 kinds'],
    ['€20 ', 'sold at $20 each'],
    ['"post hoc" ', 'hoc post'],
    ['"post hoc" ', 'post and hoc'],
    ['post-hoc ', 'posthumous, ad hoc'],
    ['endpoint ', 'the endpoints'],
    ['going concern ', 'a going rate'],
    ['endpoint -secondary ', 'the secondary endpoint'],
    ['going NEAR/1 doubt ', 'going concern in great doubt'],
    ['(cash OR debt) covenant ', 'a cash balance'],
    ['US ', 'join us? No: bus'.replace('us?', 'them?')],
    ['restat* ', 'a rest at noon'],
    ['Москва ', 'Mockba']
  ])('%j does not find %j', (query, text) => expect(finds(query, text)).toBe(false))
})

describe('the words of a text', () => {
  it('stand where they are shown', () => {
    const text = 'Sales ™ of “$1,234.5” in the U.S. rose 12% (p<.05) in ﬁscal\u00ad 2006¹'
    expect(searchWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Sales', 'of', '$', '1,234.5', 'in', 'the', 'U.S.',
      'rose', '12', '%', 'p', '<', '.05', 'in', 'ﬁscal', '2006', '¹'])
  })
  it('are those that the index cuts out of the folded text', () => {
    db.exec("CREATE VIRTUAL TABLE vocabulary USING fts5vocab('words', 'instance')")
    const tokens = db.prepare<[], { term: string }>('SELECT term FROM vocabulary ORDER BY offset')
    const unit = fc.oneof(
      fc.constantFrom('$', '1', '23', '456', ',', '.', '%', 'U.S.', 'p', '<', ' ', ' per cent ', '’', '-', '—', '™', '²', 'ﬁ', 'é',
        '\u00ad', 'о', 'K', '(', '\ue002', '\n', 'Ω', '年'),
      fc.string({ unit: fc.constantFrom(...Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))), maxLength: 4 })
    )
    fc.assert(fc.property(fc.array(unit, { maxLength: 30 }).map((parts) => parts.join('')), (text) => {
      clear.run()
      add.run(foldForSearch(text))
      expect(searchWords(text).map(({ word }) => word)).toEqual(tokens.all().map(({ term }) => term))
    }), { numRuns: 2000 })
  })
  it('have ranges that rise and lie inside the text, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      let at = 0
      for (const { word, start, end } of searchWords(text)) {
        expect(word).not.toBe('')
        expect(start >= at && end > start && end <= text.length).toBe(true)
        at = start
      }
    }))
  })
})
