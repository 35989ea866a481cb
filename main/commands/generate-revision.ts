/** What the later version of a report says in every so many of its paragraphs: each change is of a kind of its own. */
const EVERY = 11

type Edit = (paragraph: string, n: number) => string

const EDITS: readonly Edit[] = [
  (paragraph) => paragraph.replace(/\$\d+/, '$9$&').replace('$9$', '$9'),
  (paragraph) => paragraph.replace(/\. [A-Z][^.]*\./, '.'),
  (paragraph, n) => paragraph.replace(/\. /, `. The register of lease ${String(n)} was closed in the spring. `),
  (paragraph) => paragraph.replace(' may decline', ' will decline').replace(' remains in force', ' does not remain in force'),
  (paragraph) => paragraph.replace('several', 'some').replace('many years', 'a long time'),
  (paragraph) =>
    paragraph.replace(/(>\d*)(\d)(<\/span><\/td>)/, (_whole, head: string, last: string, tail: string) =>
      `${head}${String((Number(last) + 3) % 10)}${tail}`)
]

/**
 * A later version of a generated report, paragraph by paragraph the same but for one in every eleven: a figure, a denial, a word or a
 * cell of a table is another, a sentence came or went, and each hundredth paragraph stands after the one behind it.
 */
export const reviseReport = (report: string): string => {
  const paragraphs = report.split('\n')
  const revised = paragraphs.map((paragraph, n) =>
    n % EVERY === 0 ? EDITS[(n / EVERY) % EDITS.length]?.(paragraph, n) ?? paragraph : paragraph
  )
  for (let n = 50; n + 1 < revised.length - 1; n += 100) {
    const [one = '', other = ''] = revised.slice(n, n + 2)
    revised.splice(n, 2, other, one)
  }
  return revised.join('\n')
}
