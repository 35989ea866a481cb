import type { WorkDocument, WorkFiling } from '../work-document'

const authorsIn = ({ marks, notes, decisions, reviews }: WorkFiling): string[] => [
  ...[...marks, ...notes, ...decisions, ...reviews].map(({ author }) => author),
  ...notes.flatMap(({ replies }) => replies.map(({ author }) => author))
]

const risksIn = ({ texts, decisions }: WorkFiling): string[] => [
  ...texts.flatMap(({ statements }) => statements.flatMap(({ risks }) => risks)),
  ...decisions.flatMap(({ risks }) => risks ?? [])
]

/** The same work with only those people, tags and risks that something of it names; the keeper of the library stays among the people. */
export const onlyUsed = (work: WorkDocument): WorkDocument => {
  const authors = new Set(work.filings.flatMap(authorsIn))
  const tags = new Set(work.filings.flatMap(({ marks }) => marks.map(({ tagId }) => tagId)))
  const risks = new Set(work.filings.flatMap(risksIn))
  return { ...work, people: work.people.filter(({ id, me }) => me || authors.has(id)), tags: work.tags.filter(({ id }) => tags.has(id)),
    risks: work.risks.filter(({ id }) => risks.has(id)) }
}
