import { STATUS_LABELS } from '../../export/label-words'
import { html, joined } from '../../export/markup'
import type { Markup } from '../../export/markup'
import type { WorkDocument, WorkFiling, WorkNote } from '../work-document'
import { filingName } from './pack-layout'

const SHEET =
  `body{font:15px/1.5 Georgia,'Times New Roman',serif;max-width:60rem;margin:3rem auto;padding:0 1rem;color:#1f2328;background:#fff}
h1,h2,table{font-family:system-ui,Arial,sans-serif}table{border-collapse:collapse;font-size:.85rem;margin:1rem 0;width:100%}
td,th{padding:.25rem .6rem;border-bottom:1px solid #d6d9dd;text-align:left;vertical-align:top}td.n,th.n{text-align:right}
q{font-style:italic}.fact{color:#57606a;font-size:.85rem}a{color:#1d63ad}code{font-size:.8rem;word-break:break-all}`

const rowOf = (filing: WorkFiling, at: number): Markup =>
  html`<tr><td class="n">${at + 1}</td><td><a href="${filingName(at + 1, filing.sha256)}.html">${filing.title}</a><br><span class="fact">${
    [filing.company, filing.form, filing.filedAt].filter((part) => part !== null).join(' · ')
  }</span><br><code>${filing.sha256}</code></td><td class="n">${filing.marks.length}</td><td class="n">${filing.notes.length}</td><td class="n">${
    filing.notes.filter(({ status }) => status !== 'none').length
  }</td><td class="n">${filing.decisions.length}</td></tr>`

const quoteOf = ({ marks }: WorkFiling, { target }: WorkNote): string | null =>
  target.kind === 'annotation'
    ? marks.find(({ id }) => id === target.annotationId)?.kept.exact ?? null
    : target.kind === 'section'
    ? target.title
    : null

const questionsOf = (filing: WorkFiling, at: number, people: ReadonlyMap<string, string>): Markup[] =>
  filing.notes.filter(({ status }) => status !== 'none').map((note) => {
    const quote = quoteOf(filing, note)
    return html`<tr><td class="n">${at + 1}</td><td>${note.text}${quote === null ? null : html`<br><q class="fact">${quote}</q>`}</td><td>${
      STATUS_LABELS[note.status]
    }</td><td>${note.owner ?? ''}</td><td>${people.get(note.author) ?? ''}</td></tr>`
  })

/** The first page of a pack for any browser: what is in it, and its questions. Without script; its links lead to the pages beside it. */
export const reportHtml = (work: WorkDocument, name: string, digest: (text: string) => string): string => {
  const people = new Map(work.people.map((person) => [person.id, person.name]))
  const questions = work.filings.flatMap((filing, at) => questionsOf(filing, at, people))
  const policy = `default-src 'none'; style-src 'sha256-${digest(SHEET)}'; base-uri 'none'; form-action 'none'`
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${{
    markup: policy
  }}"><title>${name}</title><style>${{ markup: SHEET }}</style></head><body>
<h1>${name}</h1><p class="fact">As of ${work.asOf}. Library ${work.libraryId}.</p>
<table><thead><tr><th class="n">No.</th><th>Filing</th><th class="n">Highlights</th><th class="n">Notes</th><th class="n">Questions</th><th class="n">Decisions</th></tr></thead><tbody>${
    joined(work.filings.map(rowOf), '\n')
  }</tbody></table>
<h2>Questions</h2>${
    questions.length === 0
      ? html`<p>There are none.</p>`
      : html`<table><thead><tr><th class="n">No.</th><th>Question</th><th>Status</th><th>Owner</th><th>Asked by</th></tr></thead><tbody>${
        joined(questions, '\n')
      }</tbody></table>`
  }
</body></html>
`.markup
}
