import type { Block } from '#contract/filing'
import type { FormItem } from './item-forms'
import { pattern } from '#model/pattern'

/** What an annual report calls its items where it heads them by title alone, in its own order, and lists them in an index. */
const titles: readonly (readonly [string, RegExp])[] = [
  ['1', /^(?:about\s+[\p{L}\p{N}.,&’' -]{3,40}|(?:our\s+|the\s+)?business)$/iu],
  ['1A', /^risk factors$/iu],
  ['1B', /^unresolved staff comments$/iu],
  ['1C', /^cybersecurity$/iu],
  ['2', /^(?:our\s+)?properties$/iu],
  ['3', /^legal proceedings$/iu],
  ['4', /^mine safety disclosures?$/iu],
  ['5', pattern('iu')`
    ^(?:market for (?:the )?(?:registrant|company|our)|(?:[a-z]{3,5}-year |stock |cumulative )*performance graph$
    |(?:common )?stock market information$)`],
  ['6', /^selected (?:consolidated )?financial data$/iu],
  ['7', /^management[’']s discussion and analysis of (?:the )?(?:consolidated )?(?:financial condition|results)/iu],
  ['7A', /^(?:quantitative and qualitative disclosures? about )?market risk$/iu],
  [
    '8',
    pattern('iu')`
    ^(?:(?:audited |consolidated )*financial statements(?: and (?:notes|supplementary data).*)?
    |(?:consolidated |combined )?(?:statements? of (?:consolidated )?(?:earnings|income|operations|financial position)
    |balance sheets?))$`
  ],
  ['9A', /^(?:(?:disclosure )?controls(?: and procedures)?|management[’']s (?:annual )?report on internal control.*)$/iu],
  ['9B', /^other information$/iu],
  ['10', /^directors, executive officers/iu],
  ['11', /^executive compensation$/iu],
  ['12', /^security ownership of certain/iu],
  ['13', /^certain relationships and related/iu],
  ['14', /^principal account(?:ant|ing) fees/iu],
  ['15', /^exhibits,? (?:and )?financial statement schedules?$/iu]
]

/** The longest title that stands at the head of a paragraph, in code units. */
const longestTitle = 140

/** Items that a table must list to be an index of them. */
const fewestListed = 8

/** The name of a primary statement in capitals, at the head of its table. */
const statement = pattern('u')`
  ^(?:CONSOLIDATED |COMBINED )?(?:STATEMENTS? OF (?:CONSOLIDATED )?(?:EARNINGS|INCOME|OPERATIONS|FINANCIAL POSITION)
  |BALANCE SHEETS?)(?![A-Z])`

/** The words a block is headed by: all of a heading, the capitals or bold that a paragraph opens with, or a statement's name. Empty for others. */
const leadOf = (block: Block): string => {
  if (block.kind === 'table') return statement.exec(block.text.slice(0, longestTitle))?.[0] ?? ''
  if (block.kind === 'heading') return block.text.length <= longestTitle ? block.text : ''
  if (block.kind !== 'paragraph') return ''
  const end = /[.:](?=\s|$)/u.exec(block.text.slice(0, longestTitle))?.index ?? -1
  if (end < 3) return ''
  const lead = block.text.slice(0, end)
  // A paragraph that is headed so tells of the statement, as a discussion of the year does.
  if (statement.test(lead)) return ''
  const bold = block.runs?.some((run) => run.style === 'bold' && run.start === 0 && run.end >= end) ?? false
  return bold || lead === lead.toUpperCase() ? lead.replace(/\s*\([^)]{1,12}\)$/u, '') : ''
}

/**
 * Where an annual report opens its items, for one that heads them by title and refers to them in a cross-reference index:
 * pairs of a block's index and a code, in document order. Empty where the document holds no such index.
 */
export const findIndexedItems = (blocks: readonly Block[], items: readonly FormItem[]): { at: number; code: string; title: string }[] => {
  const indexed = blocks.some((block) =>
    block.kind === 'table' && (block.text.match(/\bitem\s+\d{1,2}[abc]?\b/giu)?.length ?? 0) >= fewestListed
  )
  if (!indexed) return []
  const found: { at: number; code: string; title: string }[] = []
  const seen = new Set<string>()
  blocks.forEach((block, at) => {
    const lead = leadOf(block).replace(/[.:\s]+$/u, '')
    if (lead === '') return
    const code = titles.find(([each, title]) => title.test(lead) && !seen.has(each) && items.some((item) => item.code === each))?.[0]
    if (code === undefined) return
    seen.add(code)
    found.push({ at, code, title: lead })
  })
  return found
}
