/** What the corpus command found in one file. Times in milliseconds, sizes in bytes. */
export interface FileReport {
  readonly name: string
  readonly format: string
  readonly bytes: number
  readonly documents: number
  readonly blocks: number
  readonly sentences: number
  readonly ms: number
  readonly warnings: readonly string[]
  readonly broken: readonly string[]
}

const MEGABYTE = 1_000_000

/** Files this quick are never called hung, whatever their size. */
const ALWAYS_QUICK = 250

/** How many times the median time for a megabyte a file may take. */
const SLOWEST = 10

const speed = (report: FileReport): number => report.ms / Math.max(report.bytes, 1) * MEGABYTE

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Adds the law that no file hangs: none takes more than ten times the median time for a megabyte. */
export const withHangs = (reports: readonly FileReport[]): FileReport[] => {
  const usual = median(reports.map(speed))
  return reports.map((report) => {
    const hangs = report.ms > ALWAYS_QUICK && speed(report) > usual * SLOWEST
    return hangs
      ? { ...report, broken: [...report.broken, `hang: ${speed(report).toFixed(0)} ms for a megabyte, the median is ${usual.toFixed(0)}`] }
      : report
  })
}

const HEADS = ['file', 'format', 'documents', 'blocks', 'sentences', 'ms', 'MB/s', 'warnings', 'laws broken']

const row = (report: FileReport): string[] => [
  report.name,
  report.format,
  String(report.documents),
  String(report.blocks),
  String(report.sentences),
  report.ms.toFixed(0),
  (report.bytes / MEGABYTE / Math.max(report.ms, 0.01) * 1000).toFixed(1),
  [...new Set(report.warnings)].join(' ') || '-',
  String(report.broken.length)
]

/** The table of all files, a line of totals, and every broken law in words. */
export const printReport = (reports: readonly FileReport[]): string => {
  const rows = [HEADS, ...reports.map(row)]
  const widths = HEADS.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  const lines = rows.map((cells) =>
    cells.map((cell, column) => (column >= 2 && column <= 6 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(
      '  '
    ).trimEnd()
  )
  const sum = (pick: (report: FileReport) => number): number => reports.reduce((total, report) => total + pick(report), 0)
  const ms = sum((report) => report.ms)
  const bytes = sum((report) => report.bytes)
  const broken = sum((report) => report.broken.length)
  lines.push('',
    `${reports.length} files, ${sum((each) => each.documents)} documents, ${sum((each) => each.blocks)} blocks, ${
      sum((each) => each.sentences)
    } sentences, `
      + `${(bytes / MEGABYTE).toFixed(1)} MB in ${(ms / 1000).toFixed(1)} s (${
        (bytes / MEGABYTE / Math.max(ms, 1) * 1000).toFixed(1)
      } MB/s), laws broken: ${broken}`)
  for (const report of reports) for (const law of report.broken) lines.push(`  ${report.name}: ${law}`)
  return `${lines.join('\n')}\n`
}
