import { AlignmentType, Document, Footer, LevelFormat, LineRuleType, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import type { IPropertiesOptions } from 'docx'
import { xmlAttribute } from '../../domain/exchange/word/word-xml'
import { fileNamesOf } from '../../domain/exchange/file-names'
import { wordParts } from '../../domain/exchange/word/word-document'
import type { WordParts } from '../../domain/exchange/word/word-document'
import type { WordStretch } from '../../domain/exchange/word/word-release'
import { carefulText } from '../../domain/export/careful-text'
import { packedParts, zipFiles } from '../../domain/exchange/package/zip-files'
import type { WorkWriter } from '../../domain/exchange/written-file'

/** Letter, in twips, with margins of an inch. */
const PAGE = { width: 12_240, height: 15_840, margin: 1440 } as const

/** Every machine has these, or faces as wide as these. */
const FACE = 'Arial'
const SERIF = 'Times New Roman'
const INK = '1F2328'

const spacing = (before: number, after: number, line = 259): object => ({ before, after, line, lineRule: LineRuleType.AUTO })

const headingStyle = (size: number, before: number): object => ({ run: { size, bold: true, font: FACE, color: INK },
  paragraph: { spacing: spacing(before, 80), keepNext: true } })

const paragraphStyle = (id: string, size: number, before: number, after: number, more: object = {}): object => ({ id, name: id,
  basedOn: 'Normal', quickFormat: true,
  run: { size, ...('font' in more ? { font: more.font as string } : {}), ...('color' in more ? { color: more.color as string } : {}) },
  paragraph: { spacing: spacing(before, after, 'line' in more ? more.line as number : 259), ...more } })

const STYLES = {
  default: {
    document: { run: { font: SERIF, size: 21, color: INK }, paragraph: { spacing: spacing(0, 120) } },
    title: { run: { size: 36, bold: true, font: FACE, color: INK }, paragraph: { spacing: spacing(0, 200), keepNext: true } },
    heading1: headingStyle(28, 320),
    heading2: headingStyle(25, 280),
    heading3: headingStyle(22, 240),
    heading4: headingStyle(21, 200),
    heading5: headingStyle(21, 160)
  },
  paragraphStyles: [
    paragraphStyle('ReleaseText', 21, 0, 120),
    paragraphStyle('ReleaseItem', 21, 0, 60, { indent: { left: 360, hanging: 240 } }),
    paragraphStyle('ReleaseSmall', 17, 0, 80, { color: '57606A' }),
    paragraphStyle('DocumentHead', 18, 400, 120, { color: '57606A', font: FACE, keepNext: true }),
    paragraphStyle('TableText', 18, 0, 0, { font: FACE, line: 240 }),
    paragraphStyle('Verbatim', 18, 80, 120, { font: 'Courier New', line: 240 }),
    paragraphStyle('Rule', 4, 80, 80, { border: { bottom: { style: 'single', size: 4, space: 1, color: 'C9CDD2' } } }),
    paragraphStyle('CommentText', 20, 0, 0, { font: FACE, line: 240 })
  ],
  characterStyles: [{ id: 'CommentReference', name: 'annotation reference', run: { size: 16 } }]
}

const footOf = ({ foot }: WordParts): Footer => {
  const small = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]): TextRun =>
    new TextRun({ children, size: 14, color: '57606A', font: FACE })
  return new Footer({
    children: [
      new Paragraph({ spacing: { before: 60, after: 0 }, tabStops: [{ type: TabStopType.RIGHT, position: 9360 }],
        children: [small([carefulText(foot.left), '\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES])] }),
      new Paragraph({ spacing: { before: 0, after: 0 }, children: [small([`SHA-256 ${foot.right}`])] }),
      ...foot.history === null
        ? []
        : [new Paragraph({ spacing: { before: 0, after: 0 }, children: [small([`History ${foot.history}`])] })]
    ]
  })
}

/** The shell: styles, a list of bullets, the foot, properties, and one comment with a reply, so that every part of comments is there and named. */
const shellOf = async (parts: WordParts): Promise<Readonly<Record<string, string>>> => {
  const told = (text: string): Paragraph[] => [new Paragraph({ children: [new TextRun(text)] })]
  const options: IPropertiesOptions = {
    title: carefulText(parts.title),
    creator: carefulText(parts.author),
    lastModifiedBy: carefulText(parts.author),
    revision: 1,
    styles: STYLES as NonNullable<IPropertiesOptions['styles']>,
    numbering: {
      config: [{ reference: 'bullets',
        levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 360, hanging: 240 } } } }] }]
    },
    customProperties: parts.properties.map(({ name, value }) => ({ name, value: carefulText(value) })),
    ...(parts.comments === null ?
      {} :
      { comments: {
        children: [{ id: 0, children: told('a'), durableId: '00000001' }, { id: 1, parentId: 0, children: told('b'),
          durableId: '00000002' }]
      } }),
    sections: [{
      properties: {
        page: { size: { width: PAGE.width, height: PAGE.height },
          margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin } }
      },
      footers: { default: footOf(parts) },
      children: [new Paragraph({ numbering: { reference: 'bullets', level: 0 }, children: [new TextRun('body')] })]
    }]
  }
  return packedParts(new Uint8Array(await Packer.toArrayBuffer(new Document(options))))
}

const turned = (section: string): string =>
  section.replace(/<w:pgSz[^>]*\/>/, `<w:pgSz w:w="${String(PAGE.height)}" w:h="${String(PAGE.width)}" w:orient="landscape"/>`)

/** Stretches of one direction that follow each other are one section. */
const bodyOf = (stretches: readonly WordStretch[], section: string): string => {
  const joined: { xml: string[]; turned: boolean }[] = []
  for (const stretch of stretches) {
    const last = joined.at(-1)
    if (last?.turned === stretch.turned) last.xml.push(stretch.xml)
    else joined.push({ xml: [stretch.xml], turned: stretch.turned })
  }
  return joined.map((stretch, at) => {
    const own = stretch.turned ? turned(section) : section
    const end = at === joined.length - 1 ? own : `<w:p><w:pPr><w:pStyle w:val="TableText"/>${own}</w:pPr></w:p>`
    return stretch.xml.join('') + end
  }).join('')
}

/** Only what the body uses need be named; a strange prefix would be an error of the reader. */
const withBody = (shell: string, stretches: readonly WordStretch[]): string => {
  const section = /<w:sectPr.*<\/w:sectPr>/s.exec(shell)?.[0] ?? ''
  const head = /^.*?<w:body>/s.exec(shell)?.[0] ?? ''
  return `${head}${bodyOf(stretches, section)}</w:body></w:document>`
}

const LIST_STYLE =
  '<w:style w:type="table" w:customStyle="1" w:styleId="RedwellList"><w:name w:val="Redwell List"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="C9CDD2"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="C9CDD2"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="E3E5E8"/></w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'

const CORE_DATES = /(<dcterms:(created|modified)[^>]*>)[^<]*(<)/g

const TYPES: Readonly<Record<string, readonly [type: string, relation: string]>> = {
  'word/commentsExtensible.xml': ['application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtensible+xml',
    'http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible'],
  'word/people.xml': ['application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml',
    'http://schemas.microsoft.com/office/2011/relationships/people']
}

/** Names the parts that the library does not know among the types and the relations of the file. */
const named = (shell: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const missing = Object.entries(TYPES).filter(([path]) => !(path in shell))
  const types = missing.map(([path, [type]]) => `<Override ContentType="${type}" PartName="/${path}"/>`).join('')
  const relations = missing.map(([path, [, relation]], at) =>
    `<Relationship Id="rIdRw${String(at)}" Type="${relation}" Target="${path.slice('word/'.length)}"/>`
  ).join('')
  const rels = 'word/_rels/document.xml.rels'
  return { ...shell, '[Content_Types].xml': (shell['[Content_Types].xml'] ?? '').replace('</Types>', `${types}</Types>`),
    [rels]: (shell[rels] ?? '').replace('</Relationships>', `${relations}</Relationships>`) }
}

/**
 * Makes a Word file of its parts. The library makes the shell; body and comments are ours, since it takes 400 MB for the cells of an annual
 * report, drops what is resolved where nobody replied, and knows no true times. The same parts make the same bytes.
 */
export const packWord = async (parts: WordParts): Promise<Uint8Array> => {
  const shell = await shellOf(parts)
  const whole = parts.comments === null ? shell : { ...named(shell), ...parts.comments }
  const at = xmlAttribute(parts.asOf.replace(/\.\d+Z$/, 'Z'))
  return zipFiles(Object.entries(whole).map(([path, content]) => {
    if (path === 'word/document.xml') return { path, content: withBody(content, parts.stretches) }
    if (path === 'docProps/core.xml') return { path, content: content.replace(CORE_DATES, `$1${at}$3`) }
    return { path, content: path === 'word/styles.xml' ? content.replace('</w:styles>', `${LIST_STYLE}</w:styles>`) : content }
  }))
}

/** The work as Word files, one for each filing, with every note a comment at its words. */
export const writeDocx: WorkWriter = async (work, _options, onWritten) => {
  const names = fileNamesOf(work.filings, '.docx')
  const files = []
  for (const [at, filing] of work.filings.entries()) {
    onWritten(at, work.filings.length)
    files.push({ path: names[at] ?? '', content: await packWord(wordParts(work, filing)) })
  }
  return files
}
