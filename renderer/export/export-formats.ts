import type { ExportFormat } from '#contract/exchange'

/** What a format is called, and in one line what it loses. */
export interface FormatWords {
  readonly format: ExportFormat
  readonly name: string
  readonly loses: string
}

/** The formats that can be written, in the order in which they are offered. */
export const FORMATS: readonly FormatWords[] = [
  { format: 'pdf', name: 'PDF',
    loses: 'For reading and printing: one document of the open filing. Earlier words and decisions as data are left out.' },
  { format: 'docx', name: 'Word',
    loses: 'One file a filing, each note a comment on its words. Earlier words of notes and decisions as data are left out.' },
  { format: 'xlsx', name: 'Excel',
    loses: 'Figures, findings, statements, questions and notes as sheets. Formatting of notes and links are left out.' },
  { format: 'csv', name: 'CSV', loses: 'The same tables as a folder of files. Formatting of notes and links are left out.' },
  { format: 'markdown', name: 'Markdown (Obsidian)',
    loses: 'A folder with one file a filing. Underline, colours and earlier words are left out.' },
  { format: 'html', name: 'Web page (HTML)',
    loses: 'One file a filing, without script, for any browser. Earlier words and decisions as data are left out.' },
  { format: 'json', name: 'Redwell JSON',
    loses: 'Loses nothing: all notes with earlier words, decisions, answers and the text itself. One file.' },
  { format: 'w3c', name: 'Web annotations (W3C)',
    loses:
      'For scripts and other annotators: a folder with the text beside it. Other tools lose status, owner and formatting; decisions are left out.' },
  { format: 'qdpx', name: 'REFI-QDA (QualCoder, MAXQDA, NVivo)',
    loses: 'One project: texts, tags as codes, highlights and notes. Status, owner, answers, decisions and earlier words are left out.' },
  { format: 'pack', name: 'Evidence pack',
    loses: 'One archive that proves itself: the filings’ own bytes, their text, all work with its history, and pages for any browser.' }
]
