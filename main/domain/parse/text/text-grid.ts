import type { Table, TableCell } from '#contract/filing'
import { isBlankLine, type Line } from './text-lines'
import { pattern } from '#model/pattern'

/** A word or figure of a line: its place in the source, and the columns it takes, `right` excluded. */
interface Token {
  readonly start: number
  readonly end: number
  readonly left: number
  readonly right: number
  /** How a drawn line looks. */
  readonly look?: 'single' | 'double'
}

/** A line of the table and what it proved to be. */
interface Row {
  readonly kind: 'head' | 'data' | 'label' | 'line'
  readonly label: Token | null
  /** Its figures, or the pieces of a head or of a drawn line. */
  readonly tokens: readonly Token[]
}

/** A column of figures: the columns of characters it reaches over in the widest of its rows. */
interface FigureColumn {
  left: number
  right: number
}

const YEAR = /^(?:19|20)\d\d$/
const FIGURE = pattern('i')`
  ^\s*(?:[$£€¥]\s*)?(?:\(\s*)?(?:[$£€¥]\s*)?-?(?:\d[\d,]*(?:\.\d*)?|\.\d+)\s*(?:\)\s*)?%?\)?$
  |^[$£€¥]?\s*\(?[-\u2013\u2014]{1,4}\)?\s*%?$|^N\/?[AM]$`
const DRAWN = /^(?:- )?[-=_]{2,}$/

/** A head that stands over several columns by what it says. */
const SPAN_PHRASE = pattern('i')`
  ^(?:for )?(?:the )?(?:fiscal )?(?:\w+ )?(?:months?|weeks?|quarters?|years?|periods?) end(?:ed|ing)
  (?: [A-Z][a-z]{2,8}\.? \d{1,2},?)?(?: (?:19|20)\d\d)?$`

/** Pieces of a line that are parted by at least `gap` blanks. */
const piecesOf = (raw: string, line: Line, gap: number, from = line.first): Token[] => {
  const pieces: Token[] = []
  let start = -1
  let blanks = 0
  for (let at = from; at <= line.last; at += 1) {
    const blank = at === line.last || raw.charCodeAt(at) === 32
    if (!blank) {
      if (start < 0) start = at
      blanks = 0
      continue
    }
    blanks += 1
    if (start >= 0 && (blanks >= gap || at === line.last)) {
      const end = at === line.last ? line.last : at - blanks + 1
      pieces.push({ start, end, left: line.indent + start - line.first, right: line.indent + end - line.first })
      start = -1
    }
  }
  return pieces
}

/** A sign or bracket that stands apart from its number is joined with it; null where what is left over is no figure. */
const figuresOf = (raw: string, pieces: readonly Token[]): Token[] | null => {
  const figures: Token[] = []
  let open: Token | null = null
  for (const piece of pieces) {
    const text = raw.slice(piece.start, piece.end)
    const last = figures.at(-1)
    if (open === null && /^[)%]{1,2}$/.test(text) && last && piece.left - last.right <= 2) {
      figures[figures.length - 1] = { ...last, end: piece.end, right: piece.right }
      continue
    }
    const joined: Token = open ? { ...piece, start: open.start, left: open.left } : piece
    if (/^[$£€¥]?\(?$/.test(text)) {
      open = joined
      continue
    }
    if (!FIGURE.test(raw.slice(joined.start, joined.end).replace(/\s+/g, ' '))) return null
    figures.push(joined)
    open = null
  }
  return open === null ? figures : null
}

/** The label at the beginning of a line, without its leader of dots. */
const labelOf = (raw: string, line: Line, end: number): Token | null => {
  let last = end
  let dots = 0
  while (last > line.first && /[\s.]/.test(raw.charAt(last - 1))) {
    last -= 1
    if (raw.charCodeAt(last) === 46) dots += 1
  }
  // One dot, or the first of a leader that stands right behind an abbreviation and a blank, is the label's own.
  if (last > line.first && dots > 0 && (dots === 1 || /^\.\s/.test(raw.slice(last, last + 2)))) last += 1
  return last > line.first ? { start: line.first, end: last, left: line.indent, right: line.indent + last - line.first } : null
}

/** Reads a line as a label and figures behind it; null where it is none. */
const dataRow = (raw: string, line: Line): Row | null => {
  // From the right: the longest run of words that are all figures.
  const words = piecesOf(raw, line, 1)
  let from = words.length
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at]
    const text = word ? raw.slice(word.start, word.end) : ''
    if (!word || !(FIGURE.test(text) || /^[$£€¥]?\(?$|^[)%]{1,2}$/.test(text))) break
    // A number that follows words at one blank is theirs: "Note 7", "December 31".
    const before = words[at - 1]
    if (before && word.left - before.right < 2 && !/^[$£€¥(]|\.{2}$/.test(raw.slice(before.start, before.end)) &&
      !FIGURE.test(raw.slice(before.start, before.end))
      && !/^[$£€¥]/.test(text)) break
    from = at
  }
  const figures = figuresOf(raw, words.slice(from))
  if (!figures || figures.length === 0) return null
  const label = labelOf(raw, line, figures[0]?.start ?? line.first)
  return { kind: 'data', label, tokens: figures }
}

/** The place of the last digit of a figure: what the rows of a column share. */
const edgeOf = (raw: string, { start, end, right }: Token): number => {
  const tail = /[)%\s]*$/.exec(raw.slice(start, end))?.[0].length ?? 0
  return right - tail
}

/** The columns of the figures: those whose last digits stand under each other; null where they run into each other. */
const columnsOf = (raw: string, rows: readonly Row[]): FigureColumn[] | null => {
  const tokens = rows.flatMap((row) => (row.kind === 'data' ? row.tokens : []))
    .map((token) => ({ token, edge: edgeOf(raw, token) })).sort((a, b) => a.edge - b.edge)
  const columns: (FigureColumn & { edge: number; figures: number })[] = []
  for (const { token, edge } of tokens) {
    const last = columns.at(-1)
    if (last && edge - last.edge <= 2) {
      last.left = Math.min(last.left, token.left)
      last.right = Math.max(last.right, token.right)
      last.edge = edge
      last.figures += 1
    } else columns.push({ left: token.left, right: token.right, edge, figures: 1 })
  }
  const apart = columns.every(({ left }, at) => at === 0 || left >= (columns[at - 1]?.right ?? 0))
  // A figure that no other stands under or over may have slipped out of its column.
  const isFew = rows.filter(({ kind }) => kind === 'data').length < 3
  if (!isFew && columns.some(({ figures }) => figures < 2)) return null
  return apart ? columns : null
}

interface Span {
  readonly from: number
  readonly to: number
}

/** The columns that a piece stands over, `to` included; null where it stands over none. */
const over = (columns: readonly FigureColumn[], { left, right }: Token): Span | null => {
  let from = -1
  let to = -1
  columns.forEach((column, at) => {
    if (left < column.right && right > column.left) {
      if (from < 0) from = at
      to = at
    }
  })
  return from < 0 ? null : { from, to }
}

const middle = (from: number, to: number): number => (from + to) / 2

/** Whether a piece stands in the middle of a column, or at one of its edges, three characters tolerated. */
const standsOn = ({ left, right }: Token, column: FigureColumn): boolean =>
  Math.abs(middle(left, right) - middle(column.left, column.right)) <= 3 || Math.abs(left - column.left) <= 3 ||
  Math.abs(right - column.right) <= 3

/** What the lines of a table are, or null where one of them is nothing that a table of figures holds. */
const readRows = (raw: string, lines: readonly Line[]): Row[] | null => {
  const rows: Row[] = []
  let begun = false
  for (const line of lines) {
    if (isBlankLine(line)) continue
    // A mail program sets "- " before a line that begins with a dash.
    const escaped = raw.startsWith('- -', line.first)
    const pieces = piecesOf(raw, line, 1, escaped ? line.first + 2 : line.first)
    if (pieces.every((piece) => DRAWN.test(raw.slice(piece.start, piece.end)))) {
      rows.push({ kind: 'line', label: null,
        tokens: pieces.map((piece) => ({ ...piece, look: raw.charCodeAt(piece.start) === 61 ? 'double' as const : 'single' as const })) })
      continue
    }
    const data = dataRow(raw, line)
    if (data && begun && data.label === null && data.tokens.every(({ start, end }) => YEAR.test(raw.slice(start, end)))) return null
    const years = data?.tokens.every(({ start, end }) => YEAR.test(raw.slice(start, end))) ?? false
    if (data && !(years && !begun)) {
      begun = true
      rows.push(data)
    } else if (!begun) rows.push({ kind: 'head', label: null, tokens: piecesOf(raw, line, 2) })
    // Words in columns below the first figures are a second head, or a row that was not understood.
    else if (piecesOf(raw, line, 2).length > 1) return null
    else rows.push({ kind: 'label', label: labelOf(raw, line, line.last), tokens: [] })
  }
  return rows
}

/** Whether a piece stands in the middle of a span of columns, `off` characters tolerated. */
const centred = ({ left, right }: Token, columns: readonly FigureColumn[], { from, to }: Span, off: number): boolean =>
  Math.abs(middle(left, right) - middle(columns[from]?.left ?? 0, columns[to]?.right ?? 0)) <= off

/** The one span about the columns below a piece in whose middle it stands; null where none or more than one is. */
const centredSpan = (token: Token, columns: readonly FigureColumn[], { from, to }: Span): Span | null => {
  const spans = [[0, 0], [1, 0], [0, 1], [1, 1]].map(([before = 0, behind = 0]) => ({ from: from - before, to: to + behind }))
    .filter((span) => span.from >= 0 && span.to < columns.length && centred(token, columns, span, 3))
  return spans.length === 1 ? spans[0] ?? null : null
}

/** The columns a piece of a head stands over for certain: as the line drawn under it says, as it says itself, or because it stands on one. */
const headSpan = (raw: string, token: Token, alone: boolean, columns: readonly FigureColumn[], under: Row | null): Span | null => {
  const first = columns[0]
  const last = columns.at(-1)
  if (!first || !last) return null
  const lines = under?.tokens.filter(({ left, right }) => left < token.right && right > token.left && left >= first.left - 12) ?? []
  const covered = over(columns, token)
  const whole = { from: 0, to: columns.length - 1 }
  const isWhole = alone && centred(token, columns, whole, 4)
  const [line] = lines
  if (line && lines.length === 1 && line.left <= token.left + 3 && line.right >= token.right - 3) {
    const span = over(columns, line)
    // A line as long as the words underlines them, and says nothing of how far they reach.
    const isOwn = line.right - line.left <= token.right - token.left + 1
    if (span && span.from === span.to) return span
    if (span && (!isOwn || (isWhole && span.to - span.from === whole.to))) return centred(line, columns, span, 6) ? span : null
    if (span) return null
  }
  if (covered && covered.to > covered.from) {
    if (isWhole && lines.length !== 1 && /^\(.*\)$/.test(raw.slice(token.start, token.end))) return whole
    return SPAN_PHRASE.test(raw.slice(token.start, token.end)) ? centredSpan(token, columns, covered) : null
  }
  if (lines.length > 1) return null
  const near = columns.flatMap((column, at) => (standsOn(token, column) ? [at] : []))
  const [at] = near
  if (at === undefined || near.length > 1 || (covered && covered.from !== at)) return null
  // One head over several columns that stands on the one in the middle: its reach cannot be told. A note in brackets is that of its column.
  const isNote = /^\([^()]*\)$/.test(raw.slice(token.start, token.end))
  return alone && columns.length > 1 && !line && !isNote ? null : { from: at, to: at }
}

/** The cells of a head line; null where one of its pieces cannot be placed for certain, or two stand over one column. */
const headCells = (raw: string, row: Row, columns: readonly FigureColumn[], stub: number, under: Row | null): {
  readonly token: Token
  readonly column: number
  readonly span: number
}[] | null => {
  const [only] = row.tokens
  if (only && row.tokens.length === 1 && only.left < stub && !over(columns, only)) return [{ token: only, column: 0, span: 1 }]
  const cells: { token: Token; column: number; span: number }[] = []
  let next = 0
  for (const token of row.tokens) {
    if (token.right <= stub && cells.length === 0 && !columns.some((column) => standsOn(token, column))) {
      cells.push({ token, column: 0, span: 1 })
      next = 1
      continue
    }
    const place = headSpan(raw, token, row.tokens.length === 1, columns, under)
    if (!place || place.from + 1 < next) return null
    const span = place.to - place.from + 1
    cells.push({ token, column: place.from + 1, span })
    next = place.from + 1 + span
  }
  return cells
}

/** Everything a table of figures needs to be told with certainty. */
const LEAST_ROWS = 2

/** Columns of characters that are one step of indent, and the most steps. */
const STEP = 2
const MOST_STEPS = 6

type Placed = Omit<TableCell, 'start' | 'end'> & { readonly token: Token }

const placeRows = (raw: string, rows: readonly Row[], columns: readonly FigureColumn[], stub: number): Placed[] | null => {
  const placed: Placed[] = []
  const least = rows.reduce((most, { kind, label }) => (label && kind !== 'head' ? Math.min(most, label.left) : most), Infinity)
  let at = -1
  const lastHead = rows.findLastIndex(({ kind, tokens }) => kind === 'head' && tokens.some(({ right }) => right > stub))
  for (const [index, row] of rows.entries()) {
    if (row.kind === 'line') {
      underline(placed, at, row, columns)
      continue
    }
    at += 1
    if (row.kind === 'head') {
      const under = rows.slice(index + 1).find(({ kind }) => kind !== 'head') ?? null
      const cells = headCells(raw, row, columns, stub, under?.kind === 'line' ? under : null)
      if (!cells) return null
      for (const { token, column, span } of cells)
        placed.push({ row: at, column, rowSpan: 1, columnSpan: span, align: column === 0 ? 'left' : span > 1 ? 'center' : 'right',
          header: index <= lastHead, token })
      continue
    }
    const { label } = row
    if (row.kind === 'label' && label && label.left >= stub) return null
    const steps = label ? Math.min(MOST_STEPS, Math.floor((label.left - least) / STEP)) : 0
    if (label)
      placed.push({ row: at, column: 0, rowSpan: 1, columnSpan: row.kind === 'label' && label.right > stub ? columns.length + 1 : 1,
        align: 'left', header: false, token: label, ...(steps > 0 ? { indent: steps } : {}) })
    let next = 0
    for (const token of row.tokens) {
      const column = columns.findIndex(({ left, right }) => token.left >= left && token.right <= right)
      if (column < next) return null
      placed.push({ row: at, column: column + 1, rowSpan: 1, columnSpan: 1, align: 'right', header: false, token })
      next = column + 1
    }
  }
  return placed
}

/** Sets a line under the cells of the row above it. */
const underline = (placed: Placed[], row: number, line: Row, columns: readonly FigureColumn[]): void => {
  for (const token of line.tokens) {
    const place = over(columns, token)
    if (!place) continue
    placed.forEach((cell, at) => {
      if (cell.row !== row || cell.header || cell.column === 0 || cell.column - 1 < place.from || cell.column - 1 > place.to) return
      placed[at] = { ...cell, rule: token.look ?? 'single' }
    })
  }
}

/** Whether the one column holds page numbers, as in a table of contents: small whole numbers that never fall. */
const isContents = (raw: string, data: readonly Row[], columns: readonly FigureColumn[]): boolean => {
  if (columns.length > 1) return false
  const pages = data.flatMap(({ tokens }) => tokens.map(({ start, end }) => raw.slice(start, end)))
  return pages.every((page, at) => /^\d{1,3}$/.test(page) && Number(page) >= Number(pages[at - 1] ?? 0))
}

const DRAWN_OR_LEADER = /[\s.\-=_]+/g

/** What must stand in the cells: all but blanks, drawn lines and leaders. */
const wordsOf = (text: string): string => text.replace(DRAWN_OR_LEADER, '')

/**
 * The cells of a text in columns, as offsets into its shown `text`, where its columns are told with certainty: figures whose last digits stand
 * under each other, two rows of them or more, heads over them, labels before them, and nothing else. Null where they are not. `shownOf` leads
 * from a source offset to the shown text.
 */
export const readCertainGrid = (raw: string, lines: readonly Line[], text: string, shownOf: (source: number) => number): Table | null => {
  const kept = lines.filter((line) => !isBlankLine(line))
  if (kept.some((line) => raw.slice(line.first, line.last).includes('\t'))) return null
  const rows = readRows(raw, kept)
  const data = rows?.filter(({ kind }) => kind === 'data') ?? []
  if (!rows || data.length < LEAST_ROWS) return null
  const columns = columnsOf(raw, rows)
  const first = columns?.[0]
  if (!columns || !first || isContents(raw, data, columns)) return null
  // A label that reaches over the figures of another row may be a figure's neighbour by chance.
  if (data.some(({ label }) => label !== null && label.right > first.left)) return null
  const placed = placeRows(raw, rows, columns, first.left)
  if (!placed) return null
  const cells = placed.map(({ token, ...cell }): TableCell => ({ ...cell, start: shownOf(token.start), end: shownOf(token.end - 1) + 1 }))
  const ordered = cells.every(({ start, end }, at) => start < end && start >= (cells[at - 1]?.end ?? 0) && end <= text.length)
  if (!ordered || wordsOf(cells.map(({ start, end }) => text.slice(start, end)).join('')) !== wordsOf(text)) return null
  return { rows: cells.reduce((most, { row }) => Math.max(most, row + 1), 0), columns: columns.length + 1, cells, certain: true }
}
