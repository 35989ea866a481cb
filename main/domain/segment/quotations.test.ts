import { describe, expect, it } from 'vitest'
import { readText } from '../fixtures/text-document'

const LEDE = 'ALDER BAY, ME, March 3, 2005 -- Northmere Laboratories told its holders of two findings of the trial today.\n\n'

const speakersOf = (body: string): (readonly [string, string | null])[] =>
  readText(`${LEDE}${body}\n`).sentences.slice(1).map((sentence) => [sentence.text, sentence.speaker] as const)

describe('who speaks', () => {
  it.each([
    ['before the quotation', 'Ada Quist, President and CEO, stated, "We will open a second site in the spring."',
      'Ada Quist, President and CEO'],
    ['behind it, verb first', '"We will open a second site in the spring," said Ada Quist, President and CEO.',
      'Ada Quist, President and CEO'],
    ['behind it, verb last', '"We will open a second site in the spring," Ada Quist, President and CEO, stated.',
      'Ada Quist, President and CEO'],
    ['with a clause of what it is about', 'Ada Quist, President, said of the new site, "It will open in the early spring."',
      'Ada Quist, President'],
    ['behind it, no comma set', '"We will open a second site in the spring" stated Ada Quist, President and CEO.',
      'Ada Quist, President and CEO'],
    ['with typographic marks and no blank', '\u201cIt will open in the early spring.\u201dsaid professor Ada Quist, the lead investigator.',
      'professor Ada Quist, the lead investigator']
  ])('%s', (_, body, speaker) => {
    expect(speakersOf(body)[0]?.[1]).toBe(speaker)
  })

  it('a name with a title only, and a pronoun, are resolved to the person first named', () => {
    const found = speakersOf(
      'Ada Quist, President, said, "The site is large and light."\n\nIn praise of the crew, Ms. Quist noted, "They built it in a year."\n\n"It is theirs as much as ours," she added.'
    )
    expect(found.map(([, speaker]) => speaker)).toEqual(['Ada Quist, President', 'Ada Quist, President', 'Ada Quist, President'])
  })

  it('two stretches of one speech share their speaker', () => {
    const found = speakersOf('"The site," Ada Quist, President, stated, "is large. It is light too." The town agreed.')
    expect(found.map(([, speaker]) => speaker)).toEqual(['Ada Quist, President', 'Ada Quist, President', null])
  })

  it('a speech goes on through paragraphs without marks to the one that closes it', () => {
    const found = speakersOf(
      'Ada Quist, President, said, "We had a good year in every market.\n\nThe northern site paid for itself in the first months of it.\n\nWe are grateful to the town for that."\n\nThe company has two sites in the north and one in the south.'
    )
    expect(found.map(([, speaker]) => speaker)).toEqual(['Ada Quist, President', 'Ada Quist, President', 'Ada Quist, President', null])
  })

  it('a quotation signed with a dash is its signer\u2019s', () => {
    expect(speakersOf('\u201cWe had a good year in every market.\u201d \u2013 Ada Quist, President')[0]?.[1]).toBe('Ada Quist, President')
  })

  it('ten thousand quotations in one paragraph take time in proportion', () => {
    const found = speakersOf('"We are glad of it all," said Ada Quist. '.repeat(10_000))
    expect(found).toHaveLength(10_000)
    expect(found.every(([, speaker]) => speaker === 'Ada Quist')).toBe(true)
  })

  it('quoted terms and lists of words are no speech', () => {
    const read = readText(
      `${LEDE}Statements with the words "may," "will," "could," or "expects" look forward (the "Outlook Statements").\n`
    )
    expect(read.of('quote')).toEqual([])
    expect(read.sentences.every((sentence) => sentence.speaker === null)).toBe(true)
  })
})
