import { describe, expect, it } from 'vitest'
import type { Block, BlockKind } from '#contract/filing'
import { findItems } from './items'

const prose = 'The ferries sail from May to October, and the tugs work all year. '.repeat(6)

/** Blocks from lines: `# ` begins a heading, `| ` a table, anything else is a paragraph. */
const blocksOf = (...lines: readonly string[]): Block[] =>
  lines.map((line, at) => {
    const kind: BlockKind = line.startsWith('# ') ? 'heading' : line.startsWith('| ') ? 'table' : 'paragraph'
    const text = line.replace(/^[#|] /u, '')
    return { id: `d1b${String(at + 1)}`, kind, ranges: [{ start: at * 1000, end: at * 1000 + text.length }], text,
      map: [0, text.length, at * 1000, text.length], why: '' }
  })

const found = (form: string, filedAt: string | null, ...lines: readonly string[]): string[] =>
  findItems(blocksOf(...lines), form, filedAt).map((
    item
  ) => (item.item === null ? `PART ${item.part ?? ''}` : `${item.part ?? ''}/${item.item}@${String(item.at)}`))

describe('trap 32: items of an annual report', () => {
  it('are found in the order of the form, with their parts', () => {
    expect(
      found('10-K', null, '# PART I', '# Item 1. Business', prose, '# Item 1A. Risk Factors', prose, '# PART II',
        '# ITEM 7. MANAGEMENT’S DISCUSSION', prose)
    )
      .toEqual(['PART I', 'I/1@1', 'I/1A@3', 'PART II', 'II/7@6'])
  })

  it('are not their mentions', () => {
    expect(
      found('10-K', null, '# Item 1. Business', `${prose} as set forth in Item 1A - Risk Factors, and elsewhere.`,
        'Item 7 of this report discusses our results.', 'Item 1A, Risk Factors, and elsewhere in this report describe them.', prose,
        '# Item 2. Properties', prose)
    ).toEqual(['I/1@0', 'I/2@5'])
  })

  it('are not the lines of a contents table or list, before or after the text', () => {
    const contents = ['Item 1. Business 3', 'Item 1A. Risk Factors 9', 'Item 2. Properties 14', 'Item 3. Legal Proceedings 15',
      'Item 4. Mine Safety Disclosures 15']
    const body = ['# Item 1. Business', prose, '# Item 1A. Risk Factors', prose, '# Item 2. Properties', prose,
      '# Item 3. Legal Proceedings', prose, '# Item 4. Mine Safety Disclosures', 'None.']
    expect(found('10-K', null, '| Item 1. Business 3 Item 2. Properties 14', ...contents, prose, ...body)).toEqual(['I/1@7', 'I/1A@9',
      'I/2@11', 'I/3@13', 'I/4@15'])
    expect(found('10-K', null, ...body, prose, ...contents, 'Signatures 40')).toEqual(['I/1@0', 'I/1A@2', 'I/2@4', 'I/3@6', 'I/4@8'])
  })

  it('may be combined, and each gets the same place', () => {
    expect(
      found('10-K', null, '# Items 1 and 2. Business and Properties', prose, '# Item 3. Legal Proceedings', prose,
        '# Items 10, 11, 12, 13 and 14.', prose)
    )
      .toEqual(['I/1@0', 'I/2@0', 'I/3@2', 'III/10@4', 'III/11@4', 'III/12@4', 'III/13@4', 'III/14@4'])
  })

  it.each(['Item No. 1 Business', 'ITEM 1 — BUSINESS', 'Item 1: Business', 'Item 1 - Business', 'ITEM 1.BUSINESS', '------Item 1. Business',
    'PART I, ITEM 1. BUSINESS', 'Item 1 Business'])(
      'may be written %s',
      (heading) => {
        expect(found('10-K', null, `# ${heading}`, prose, '# Item 2. Properties', prose).filter((each) => each.includes('/'))).toEqual([
          'I/1@0',
          'I/2@2'
        ])
      }
    )

  it('may have their title in the next block, and are not repeated by a running head', () => {
    const items = findItems(
      blocksOf('# Item 1.', 'Business', prose, '# Item 1. Business (continued)', prose, '# Item 2.', 'Properties', prose),
      '10-K',
      null
    )
    expect(items.map((item) => [item.item, item.title])).toEqual([['1', 'Business'], ['2', 'Properties']])
  })

  it('may run into their text', () => {
    expect(
      found('10-K', null, '# Item 3. Legal Proceedings', prose, `Item 4. Submission of Matters to a Vote of Security Holders. ${prose}`,
        '# Item 5. Market for Shares', prose)
    )
      .toEqual(['I/3@0', 'I/4@2', 'II/5@3'])
  })

  it('are nothing where the form has none, or the document only an index', () => {
    expect(found('S-3', null, '# Item 14. Expenses', prose)).toEqual([])
    expect(found('10-K', null, '| Item 1. Business 4-9', prose)).toEqual([])
  })
})

describe('trap 32: a cross-reference index in place of item headings', () => {
  const index =
    '| Item 1. Business 4 Item 1A. Risk Factors 27 Item 2. Properties 4 Item 3. Legal Proceedings 36 Item 5. Market 26 Item 7. MD&A 6 Item 8. Statements 38 Item 9A. Controls 30'

  it('leaves the titles to open the items, in the order of the document', () => {
    expect(
      found('10-K', null, `MANAGEMENT’S DISCUSSION AND ANALYSIS OF FINANCIAL CONDITION AND RESULTS (MD&A). ${prose}`, prose,
        `RISK FACTORS. ${prose}`, `Risk factors. ${prose}`, '# LEGAL PROCEEDINGS', prose, index)
    ).toEqual(['II/7@0', 'I/1A@2', 'I/3@4'])
  })

  it('leaves a performance graph, the primary statements and the reports on controls to open theirs', () => {
    expect(
      found('10-K', null, `RISK FACTORS. ${prose}`, '# FIVE-YEAR PERFORMANCE GRAPH', prose, `STATEMENT OF EARNINGS. ${prose}`,
        `MANAGEMENT’S ANNUAL REPORT ON INTERNAL CONTROL OVER FINANCIAL REPORTING. ${prose}`, `DISCLOSURE CONTROLS. ${prose}`, '# NOTES',
        '| STATEMENT OF EARNINGS (LOSS) For the years ended 2023 2022', '| STATEMENT OF FINANCIAL POSITION 2023 2022', index)
    ).toEqual(['I/1A@0', 'II/5@1', 'II/9A@4', 'II/8@7'])
    expect(
      found('10-K', null, `RISK FACTORS. ${prose}`, '| STATEMENT OF EARNINGS (LOSS) For the years ended 2023 2022',
        '| STATEMENT OF FINANCIAL POSITION 2023 2022', index)
    ).toEqual(['I/1A@0', 'II/8@1'])
  })

  it('is needed for that: titles alone are headings like others', () => {
    expect(found('10-K', null, '# RISK FACTORS', prose, '# LEGAL PROCEEDINGS', prose)).toEqual([])
  })
})

describe('trap 32: items of a quarterly report', () => {
  it('with one number in both parts are told apart', () => {
    expect(
      found('10-Q', null, '# PART I - FINANCIAL INFORMATION', '# Item 1. Financial Statements', prose, '# Item 2. Management’s Discussion',
        prose, '# PART II - OTHER INFORMATION', '# Item 1. Legal Proceedings', prose, '# Item 1A. Risk Factors', 'None.',
        '# Item 2. Unregistered Sales of Equity Securities', 'None.', '# Item 6. Exhibits', prose)
    )
      .toEqual(['PART I', 'I/1@1', 'I/2@3', 'PART II', 'II/1@6', 'II/1A@8', 'II/2@10', 'II/6@12'])
  })

  it.each([['with their numbers', ['# 1. Legal Proceedings', '# 6. Exhibits and Reports on Form 8-K']], ['by title alone', [
    '# LEGAL PROCEEDINGS',
    '# Exhibits.'
  ]]] as const)('of the second part may be headed without the word, %s', (_, [legal, exhibits]) => {
    const first = ['# PART I - FINANCIAL INFORMATION', '# Item 1. Financial Statements', prose, '# Legal Proceedings', prose,
      '# Item 2. Management’s Discussion', prose]
    expect(
      found('10-Q', null, ...first, '# PART II - OTHER INFORMATION', legal, prose, 'Legal proceedings are described above.', exhibits,
        prose, '# SIGNATURES', '# Risk Factors', prose)
    ).toEqual(['PART I', 'I/1@1', 'I/2@5', 'PART II', 'II/1@8', 'II/6@11'])
    expect(found('10-Q', null, ...first, '# PART II - OTHER INFORMATION', '# Item 1. Legal Proceedings', prose, exhibits, prose)).toEqual([
      'PART I',
      'I/1@1',
      'I/2@5',
      'PART II',
      'II/1@8'
    ])
  })

  it('are told apart by their titles where no part is headed', () => {
    expect(
      found('10-Q', null, '# Item 1. Financial Statements', prose, '# Item 4. Controls and Procedures', prose,
        '# Item 1. Legal Proceedings', prose, '# Item 6. Exhibits', prose)
    )
      .toEqual(['I/1@0', 'I/4@2', 'II/1@4', 'II/6@6'])
  })
})

describe('items of the reports of small businesses', () => {
  it('have numbers of their own', () => {
    const kinds = (form: string, ...lines: readonly string[]): string[] => findItems(blocksOf(...lines), form, null).map(({ kind }) => kind)
    expect(
      kinds('10-KSB', '# Item 6. Plan of Operation', prose, '# Item 7. Financial Statements', prose, '# Item 9. Directors', prose,
        '# Item 13. Exhibits', prose)
    ).toEqual(['mda', 'financial-statements', 'directors', 'exhibits'])
    expect(
      kinds('10QSB', '# Item 1. Financial Statements', prose, '# Item 2. Plan of Operation', prose, '# Item 3. Controls and Procedures',
        prose, '# Part II', '# Item 2. Changes in Securities', prose)
    ).toEqual(['financial-statements', 'mda', 'controls', 'part', 'unregistered-sales'])
  })
})

describe('items of a current report', () => {
  it('follow the numbering of the day', () => {
    expect(found('8-K', '2004-08-22', '# Item 5. Other Events', prose, '# Item 7. Financial Statements and Exhibits', prose)).toEqual([
      '/5@0',
      '/7@2'
    ])
    expect(found('8-K', '2004-08-23', '# Item 2.02. Results of Operations', prose, 'Item 9.01 Financial Statements and Exhibits.', prose))
      .toEqual(['/2.02@0', '/9.01@2'])
  })

  it('need not keep the order of the form, and may be named with a paragraph', () => {
    expect(found('8-K', '2002-05-01', '# Item 9. Regulation FD Disclosure', prose, '# Item 7. Exhibits', prose)).toEqual(['/9@0', '/7@2'])
    expect(found('8-K', '2008-01-29', '# Items 1.01(a) and 5.02(e) Amendment of an Agreement', prose, '# Item 9.01(d) Exhibits', prose))
      .toEqual(['/1.01@0', '/5.02@0', '/9.01@2'])
  })

  it('are read by the numbering they use where the day is not known', () => {
    expect(found('8-K', null, '# Item 5. Other Events', prose)).toEqual(['/5@0'])
    expect(found('8-K', null, '# Item 8.01 Other Events', prose)).toEqual(['/8.01@0'])
  })

  it('find nothing of the old numbers under the new', () => {
    expect(found('8-K', '2006-01-01', '# Item 5. Other Events', prose)).toEqual([])
  })
})
