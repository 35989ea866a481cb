import { describe, expect, it } from 'vitest'
import { RESULTS_RELEASE, WRAPPED_RELEASE } from '../../fixtures/releases'
import { readText } from '../../fixtures/text-document'
import { toShown, toSource } from '#model/text-map'

const release = readText(WRAPPED_RELEASE)
const results = readText(RESULTS_RELEASE)

describe('a wrapped release, block by block', () => {
  it('reads the anatomy of a release', () => {
    expect(release.blocks.map((block) => block.kind)).toEqual([
      'exhibit-tag',
      'rule',
      'contact',
      'title',
      'dateline',
      'paragraph',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'page-break',
      'page-header',
      'artifact',
      'quote',
      'quote',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'end-mark',
      'footer-code'
    ])
  })

  it('names its sections', () => {
    expect(release.sections.map((section) => section.kind)).toEqual(['lede', 'finding-1', 'finding-2', 'quote-1', 'quote-2', 'about',
      'safe-harbor'])
  })
})

describe('the traps of plain-text layout', () => {
  it('trap 10: line ends of every sort, mixed, give the same blocks and true offsets', () => {
    let at = 0
    const mixed = WRAPPED_RELEASE.replace(/\n/g, () => ((at += 1) % 2 === 0 ? '\r\n' : '\n'))
    for (const text of [mixed, WRAPPED_RELEASE.replaceAll('\n', '\r'), WRAPPED_RELEASE.replaceAll('\n', '\r\n')]) {
      const other = readText(text)
      expect(other.blocks.map((block) => [block.kind, block.text])).toEqual(release.blocks.map((block) => [block.kind, block.text]))
      for (const sentence of other.sentences) expect(text.slice(sentence.start, sentence.start + 3)).toBe(sentence.text.slice(0, 3))
    }
    expect(readText('The first page ends with these few words.\fThe next page begins with these other words.').sentences).toHaveLength(2)
  })

  it('trap 12: entities are decoded, and one source span stands for one shown character', () => {
    const { blocks, sentences } = readText('Sales of the R&amp;D unit rose &#151; and the board&#146;s plan holds for AT&T &lt; all.\n')
    expect(sentences[0]?.text).toBe('Sales of the R&D unit rose \u2014 and the board\u2019s plan holds for AT&T < all.')
    const block = blocks[0]
    expect(block && toSource(block.map, 14, 15)).toEqual([{ start: 14, end: 19 }])
    expect(block && toShown(block.map, 19)).toBe(15)
  })

  it('trap 9: C1 code points are shown as windows-1252 at their own offset', () => {
    const { sentences } = readText('The company\u0092s words are \u0093may\u0094 and \u0093will\u0094 here.\n')
    expect(sentences[0]).toMatchObject({ start: 0, end: 46,
      text: 'The company\u2019s words are \u201cmay\u201d and \u201cwill\u201d here.' })
  })

  it('trap 13: a line end is no boundary', () => {
    expect(release.sentences.some((sentence) => sentence.text.includes('used in Phase II, and the difference'))).toBe(true)
  })

  it('trap 14: line-end hyphen joins its word and keeps the hyphen', () => {
    const words = release.sentences.map((sentence) => sentence.text).join(' ')
    expect(words).toContain('on the self-assessed scale')
    expect(words).toContain('post-operative or post-traumatic')
    expect(readText('The plan covers pre-\nand post-trial care in every one of the hospitals.\n').sentences[0]?.text).toContain(
      'pre- and post-trial'
    )
  })

  it.each(['<PAGE>', '<PAGE>   2', '<PAGE> 2', '<PAGE 2>', '<page>', '<PAGE>F-2'])('trap 15: %s is a page break, its number with it',
    (tag) => {
      const { blocks } = readText(
        `The first page of the letter ends with this sentence.\n${tag}\nThe second page of it begins with this one.\n`
      )
      expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'page-break', 'paragraph'])
    })

  it('trap 16: a page break inside a sentence leaves one paragraph with two ranges', () => {
    const sentence = release.sentences.find((each) => each.text.endsWith('visits of the patients.'))
    expect(sentence?.text).toBe(
      'The use of rescue medicine reached statistical significance at two time points and was then measured by the investigators of the trial at each of the later visits of the patients.'
    )
    expect(sentence?.ranges).toHaveLength(2)
  })

  it('trap 17: a running head seen once is furniture', () => {
    expect(release.of('page-header')).toEqual(['March 3, 2005 Page 2'])
  })

  it('trap 18: a lone print-control digit is an artifact and stays selectable', () => {
    expect(release.of('artifact')).toEqual(['0'])
  })

  it('trap 19: a heading with no blank line under it is split off', () => {
    expect(release.of('heading')).toContain('FIRST FINDING')
    expect(readText('OUR PLAN\nWe will open a terminal in the spring and hire a crew of forty for it.\n').of('paragraph')[0]).toMatch(
      /^We will/
    )
  })

  it('trap 20: capitals that are not headings', () => {
    const shout = `This release has words enough to be the opening paragraph of its text.

THE STATEMENTS IN THIS RELEASE ARE FORWARD-LOOKING AND SUBJECT TO RISKS THAT MAY
CAUSE RESULTS TO DIFFER. THE COMPANY UNDERTAKES NO DUTY TO UPDATE THEM IN ANY
CASE, AND READERS SHOULD NOT RELY ON THEM.
`
    const { of, sentences } = readText(shout)
    expect(of('heading')).toEqual([])
    expect(sentences.map((sentence) => sentence.text.slice(0, 14))).toEqual(['This release h', 'THE STATEMENTS', 'THE COMPANY UN'])
    expect(release.of('contact')[0]).toMatch(/^NORTHMERE/)
  })

  it('trap 21: indented first lines begin paragraphs, and gaps of justified text are no columns', () => {
    const { of } = readText(`     Northmere sells a gel in eleven countries and hopes to sell it in nine more.
It has no debt and needs none for the plan that it has set before its holders.
     The board met in Alder Bay.  It chose a new chair, and the former one left the
room to take up a post in the company's laboratory on the other side of town.
`)
    expect(of('paragraph')).toHaveLength(2)
    expect(results.of('paragraph')[0]).toBe(
      'Saltmarsh Freight, Inc. (NASDAQ: SMFT) today reported record revenue for its first quarter, the three months ended March 31, 2003. Revenue rose 9% and the number of voyages by 4% over the first quarter of the year before.'
    )
  })

  it('trap 22: contacts in two columns are one contact block with cells', () => {
    const contact = results.blocks.find((block) => block.kind === 'contact')
    const cells = contact?.table?.cells.map((cell) => contact.text.slice(cell.start, cell.end)) ?? []
    expect(cells).toContain('Hugo Brandt, CFO')
    expect(cells).toContain('(555) 010-3300')
    expect(contact?.verbatim?.text).toContain('Hugo Brandt, CFO                            Media Relations')
  })

  it('trap 23: a table without tags keeps its exact text and is not cut into sentences', () => {
    const tables = results.blocks.filter((block) => block.kind === 'table')
    expect(tables).toHaveLength(1)
    expect(tables[0]?.verbatim?.text).toContain('   Freight income                                     $11,455,000    $ 6,751,000\n')
    const cells = tables[0]?.table?.cells.map((cell) => tables[0]?.text.slice(cell.start, cell.end)) ?? []
    expect(cells).toContain('$11,455,000')
    expect(cells).toContain('$ (312,000)')
    expect(results.sentences.some((sentence) => sentence.text.includes('11,455,000'))).toBe(false)
    expect(tables[0]?.text).toMatch(/^Three Months Ended March 31,/)
  })

  it('trap 23: prose inside table tags is prose', () => {
    const { blocks, sentences } = readText(
      '<TABLE>\n<S> <C>\nThe holders of the notes may ask for payment on any day before the end of the\nmonth in which they learn of the change. The company must then pay them.\n</TABLE>\n'
    )
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph'])
    expect(sentences).toHaveLength(2)
  })

  it('trap 24: a bare less-than sign is text, and a footnote mark is read', () => {
    const { sentences } = readText('The effect was small (p<0.05), and less so in patients <65 years<F2> of age than in others.\n')
    expect(sentences[0]?.text).toBe('The effect was small (p<0.05), and less so in patients <65 years<F2> of age than in others.')
  })

  it('trap 25: words behind the end mark are neither heading nor sentence', () => {
    expect(release.of('footer-code')).toEqual(['NMRL - GEN'])
    expect(results.of('footer-code')).toEqual(['SOURCE Saltmarsh Freight, Inc.', '-0- 04/09/2003'])
    expect(results.of('contact').slice(1)).toEqual([
      '/CONTACT: Hugo Brandt, Chief Financial Officer, Saltmarsh Freight, Inc., +1-555-010-2200/',
      '/Web site: http://www.saltmarsh.example /'
    ])
  })

  it('trap 26: rules are rules, also with an escaped dash', () => {
    expect(release.of('rule')).toEqual(['------------'])
    const { of } = readText('NOTICE\n- ------\n\nThe notice goes to every holder of record on the day of the vote.\n')
    expect(of('rule')).toEqual(['- ------'])
    expect(of('title')).toEqual(['NOTICE'])
  })

  it('trap 33: a paragraph cut by a page goes on behind the foot and the head of the pages', () => {
    const { of } = readText(`The lender may call the loan on the first day of any month in which the ratio of
debt to assets is higher than

                                      9
<PAGE>
                          NOTES TO THE STATEMENTS (CONTINUED)

the ratio that the parties have set out in the agreement.
`)
    expect(of('page-footer')).toEqual(['9'])
    expect(of('page-header')).toEqual(['NOTES TO THE STATEMENTS (CONTINUED)'])
    expect(of('paragraph')).toEqual([
      'The lender may call the loan on the first day of any month in which the ratio of debt to assets is higher than the ratio that the parties have set out in the agreement.'
    ])
  })

  it('trap 34: a quotation may open in each paragraph and close once', () => {
    const { blocks, sections, sentences } = readText(`Ada Quist, President, said, "The trial taught us much, and we will use all of it
in the next one.

"We begin it in the spring, with forty patients and one new clinic."

The company has twelve clinics in the north of the country and two in the south.
`)
    expect(blocks.map((block) => block.kind)).toEqual(['quote', 'quote', 'paragraph'])
    expect(sentences.map((sentence) => sentence.speaker)).toEqual(['Ada Quist, President', 'Ada Quist, President', null])
    expect(sections.map((section) => section.kind)).toEqual(['quote-1', 'body'])
  })

  it('lists are items, each a block of its own', () => {
    expect(results.of('list-item')).toEqual(['- a new terminal in Port Ellery', '- two vessels on long charters'])
    expect(results.sentences.map((sentence) => sentence.text)).toContain('a new terminal in Port Ellery')
  })

  it('a list of a hundred and fifty thousand items is read to its end', () => {
    expect(readText(`The list of the parts begins here and goes on for very long indeed.\n\n${'- part\n'.repeat(150_000)}`).of('list-item'))
      .toHaveLength(150_000)
  })

  it('a document of blanks has no block and says so', () => {
    const { blocks } = readText(' \n\t\n\f\n ')
    expect(blocks).toEqual([])
  })
})
