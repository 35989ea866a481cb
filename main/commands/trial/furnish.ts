import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SuggestionRef } from '#contract/annotation'
import type { FilingDocument } from '#contract/filing'
import { setSettings } from '../../services/settings'
import type { Services } from '../../services/create-services'
import { undo } from '../../services/history/history'
import { addFolder, putIntoFolder } from '../../services/work/folders'
import { setDecisions } from '../../services/work/decide'
import { saveTemplate } from '../../services/work/note-templates'
import { saveRisk } from '../../services/work/risks'
import { saveSearch } from '../../services/work/saved-searches'
import { setSectionReviewed } from '../../services/work/section-reviews'
import { setSession } from '../../services/work/session'
import { trashFilings } from '../../services/work/trash-filings'
import { watchFolder } from '../../services/work/watched-record'
import { describeFilings } from '../../services/work/write-details'
import { listFilings } from '../../store/filings'
import { must } from './must'

/** What is suggested of forward-looking sentences, as a decision names it. */
const suggestionsOf = (document: FilingDocument): readonly SuggestionRef[] => {
  const texts = new Map(document.sentences.map((sentence) => [sentence.id, sentence]))
  return document.forwardLooking.flatMap(({ sentence }) => {
    const known = texts.get(sentence)
    return known
      ? [{ kind: 'forward-looking' as const, node: sentence, range: { start: known.start, end: known.end }, exact: known.text }]
      : []
  })
}

/** Gives the library of a trial some of everything that a library can hold and show beside filings, highlights, notes and links. */
export const furnish = async (services: Services, inbox: string): Promise<void> => {
  const { library, reader } = services
  const [first, second, third, last] = listFilings(library.db, false).map(({ id }) => id)
  if (first === undefined || second === undefined || third === undefined || last === undefined) throw new Error('too few filings')
  must(setSettings(library, { author: 'A. Reader', theme: 'dark', fontSize: 19 }))
  const [folder] = must(addFolder(library, 'Felt deals', null))
  must(putIntoFolder(library, folder?.id ?? '', [first, second]))
  must(addFolder(library, 'Below it', folder?.id ?? null))
  must(saveSearch(library, { id: null, name: 'What is expected', query: 'expects kind:forward-looking', folderId: folder?.id ?? null }))
  must(saveTemplate(library, null, 'Question to the company', JSON.stringify({ text: 'Which year?' })))
  must(describeFilings(library, [second], { company: 'Orrin Vale Felt Inc', period: '2024-12-31' }))
  must(saveRisk(library, { id: null, label: 'Wool price', group: 'finance' }))
  const document = must(await reader.document(first, 1))
  must(setDecisions(library, first, suggestionsOf(document).slice(0, 3), 'accepted'))
  if (!document.sections.some(({ id }) => setSectionReviewed(library, first, 1, id, true).ok)) throw new Error('no section to review')
  must(reader.leave(second, 1, 120))
  const watched = join(inbox, 'watched')
  mkdirSync(watched, { recursive: true })
  watchFolder(library, watched, folder?.id ?? null)
  must(
    setSession(library, { tabs: [], current: null, screen: 'library', sidebarTab: 'library', inspectorTab: 'findings', compare: null,
      library: { place: { kind: 'all' }, scrolled: 40, cursor: first } })
  )
  must(trashFilings(library, [last], true))
  must(addFolder(library, 'Made and undone', null))
  must(undo(library))
}
