import { carefulText } from '../../export/careful-text'

/** How a run of words is set. Colours are six hexadecimal digits; `size` in half points. */
export interface RunLook {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly strike?: boolean
  readonly vertical?: 'superscript' | 'subscript'
  readonly underline?: { readonly style: string; readonly colour: string }
  readonly fill?: string
  readonly colour?: string
  readonly size?: number
  readonly mono?: boolean
}

/** How a paragraph is set: the id of its style, its alignment, how far it is set in (twips), its list, and what it keeps with it. */
export interface ParagraphLook {
  readonly style?: string
  readonly align?: 'left' | 'right' | 'center'
  readonly indent?: number
  readonly list?: number
  readonly keepNext?: boolean
  readonly size?: number
}

/** Text that may stand in XML: what reorders or hides its neighbours is shown by name. */
export const xmlText = (text: string): string => carefulText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The same for a quoted attribute. */
export const xmlAttribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;').replace(/[\r\n\t]/g, ' ')

// The order of the properties of a run and of a paragraph is fixed by the schema (ECMA-376, 17.3.1.26 and 17.3.2.28).
const runProperties = (look: RunLook): string => {
  let out = ''
  if (look.mono === true) out += '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
  if (look.bold === true) out += '<w:b/>'
  if (look.italic === true) out += '<w:i/>'
  if (look.strike === true) out += '<w:strike/>'
  if (look.colour !== undefined) out += `<w:color w:val="${look.colour}"/>`
  if (look.size !== undefined) out += `<w:sz w:val="${String(look.size)}"/><w:szCs w:val="${String(look.size)}"/>`
  if (look.underline) out += `<w:u w:val="${look.underline.style}" w:color="${look.underline.colour}"/>`
  if (look.fill !== undefined) out += `<w:shd w:val="clear" w:color="auto" w:fill="${look.fill}"/>`
  if (look.vertical) out += `<w:vertAlign w:val="${look.vertical}"/>`
  return out === '' ? '' : `<w:rPr>${out}</w:rPr>`
}

/** One run of words; line ends and tabs in it are kept. */
export const runXml = (text: string, look: RunLook = {}): string => {
  if (text === '') return ''
  const pieces = text.split(/(\n|\t)/).map((piece) => {
    if (piece === '') return ''
    return piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`
  })
  return `<w:r>${runProperties(look)}${pieces.join('')}</w:r>`
}

/** A paragraph around its runs. */
export const paragraphXml = (inner: string, look: ParagraphLook = {}): string => {
  let out = ''
  if (look.style !== undefined) out += `<w:pStyle w:val="${look.style}"/>`
  if (look.keepNext === true) out += '<w:keepNext/>'
  if (look.list !== undefined) out += `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${String(look.list)}"/></w:numPr>`
  if (look.indent !== undefined) out += `<w:ind w:left="${String(look.indent)}"/>`
  if (look.align !== undefined) out += `<w:jc w:val="${look.align}"/>`
  return `<w:p>${out === '' ? '' : `<w:pPr>${out}</w:pPr>`}${inner}</w:p>`
}

/** A table of plain rows: the widths of its columns in twips, and the XML of each cell's paragraphs. The first row is repeated on each page. */
export const gridXml = (widths: readonly number[], rows: readonly (readonly string[])[], heads = 1): string => {
  const grid = widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('')
  const body = rows.map((row, at) => {
    const cells = row.map((cell, column) =>
      `<w:tc><w:tcPr><w:tcW w:w="${String(widths[column] ?? 1000)}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`
    )
    return `<w:tr><w:trPr><w:cantSplit/>${at < heads ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
  })
  const total = widths.reduce((sum, width) => sum + width, 0)
  return `<w:tbl><w:tblPr><w:tblStyle w:val="RedwellList"/><w:tblW w:w="${
    String(total)
  }" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`
}
