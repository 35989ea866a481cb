import type { Tag } from '#contract/annotation'
import type { PersonId, RiskId, TagId } from '#contract/ids'
import { ME } from '#contract/person'
import type { Person } from '#contract/person'
import type { WorkPerson } from '../../../domain/exchange/work-document'
import { putForeignId } from '../../../store/foreign-ids'
import type { ForeignId } from '../../../store/foreign-ids'
import { listPeople, putPerson } from '../../../store/people'
import { putRisk } from '../../../store/risks'
import { listTags, putTag } from '../../../store/tags'
import type { ChangeRecord } from '../../journal/record-changes'
import type { LibraryContext } from '../../library-context'
import { getSettings } from '../../settings'
import { risksOf } from '../../work/risks'
import { namesOf } from './decide-things'
import type { Home } from './decide-things'
import { knownThings } from './known-things'
import type { PackedKind, ThingName } from './known-things'
import type { PackPlan } from './plan-pack'

/** A pack that is being taken in, within one change. */
export interface Taking {
  readonly library: LibraryContext
  readonly record: ChangeRecord
  readonly home: Home
  readonly plan: PackPlan
  readonly originId: string
}

/** A name for somebody of another library, told apart from somebody of that name here. */
const nameFor = ({ library, plan }: Taking, { name, libraryId }: WorkPerson): string => {
  const shown = name.trim().slice(0, 180) || 'Unknown'
  const taken = [getSettings(library.db).author, ...listPeople(library.db).filter(({ id }) => id !== ME).map((person) => person.name)]
  return libraryId !== null && taken.includes(shown)
    ? `${shown} (library ${libraryId.slice(0, 4)}, ${plan.facts.asOf.slice(0, 10)})`
    : shown
}

/** Who made a thing, by their library and never by their name; undefined where it was the one who keeps this library. */
const personHere = (taking: Taking, author: string): PersonId | undefined => {
  const { library, record, home } = taking
  const who: WorkPerson = home.people.find(({ id }) => id === author) ?? { id: author, name: '', me: false, libraryId: null }
  if (who.libraryId === home.libraryId) return undefined
  const known = listPeople(library.db).find((person) =>
    person.id !== ME && person.libraryId === who.libraryId && (who.libraryId !== null || person.name === who.name)
  )
  if (known) return known.id
  const person: Person = { id: library.newId(), name: nameFor(taking, who), libraryId: who.libraryId,
    keyFingerprint: who.me ? taking.plan.signedBy : null }
  putPerson(library.db, person)
  record.steps.push({ entity: 'person', entityId: person.id, filingId: null, before: null, after: person })
  return person.id
}

/** Whose a thing is, and by what import it came. */
export const authored = (taking: Taking, author: string): { readonly authorId?: PersonId; readonly originId: string } => {
  const authorId = personHere(taking, author)
  return { ...(authorId === undefined ? {} : { authorId }), originId: taking.originId }
}

/** The tag here of the name that a tag of the pack has, made where there is none. */
export const tagHere = ({ library, record, plan }: Taking, tagId: string | null): TagId | null => {
  const theirs = plan.facts.tags.find(({ id }) => id === tagId)
  if (!theirs) return null
  const known = listTags(library.db).find(({ name }) => name.toLowerCase() === theirs.name.toLowerCase())
  if (known) return known.id
  const tag: Tag = { id: library.newId(), name: theirs.name.slice(0, 60), colour: theirs.colour, underline: theirs.underline,
    letter: theirs.letter, shortcut: null }
  putTag(library.db, tag)
  record.steps.push({ entity: 'tag', entityId: tag.id, filingId: null, before: null, after: tag })
  return tag.id
}

/** The risk here of the name that a risk of the pack has, kept as theirs where there is none. */
export const riskHere = ({ library, record, plan, home }: Taking, riskId: string): RiskId => {
  const theirs = plan.facts.risks.find(({ id }) => id === riskId)
  if (!theirs?.own) return riskId
  const who = home.people.find(({ me }) => me)?.name ?? ''
  const label = `${theirs.label} (${who})`
  const known = risksOf(library).find((risk) => [theirs.label.toLowerCase(), label.toLowerCase()].includes(risk.label.toLowerCase()))
  if (known) return known.id
  const risk = { id: library.newId(), label, scope: '', group: theirs.group ?? 'surroundings' as const, hidden: false, own: true }
  putRisk(library.db, risk)
  record.steps.push({ entity: 'risk', entityId: risk.id, filingId: null, before: null, after: risk })
  return risk.id
}

/** Keeps what a thing that came is called elsewhere, so that it is known again. */
export const nameThing = (taking: Taking, kind: PackedKind, ownId: string,
  thing: { readonly id: string; readonly foreign?: readonly ThingName[] }): void => {
  const { library, record, originId, home } = taking
  for (const { system, id } of namesOf(home, thing)) {
    if (knownThings(library.db, home.libraryId, kind, [{ system, id }]).ids.includes(ownId)) continue
    const name: ForeignId = { id: library.newId(), originId, system, foreignName: id, kind, ownId, sha256: '' }
    putForeignId(library.db, name)
    record.steps.push({ entity: 'foreign-id', entityId: name.id, filingId: null, before: null, after: name })
  }
}

/** The thing here that a thing of the pack became or is; the last that came, where several have its name. */
export const hereOf = ({ library, home }: Taking, kind: PackedKind,
  thing: { readonly id: string; readonly foreign?: readonly ThingName[] }): string | undefined =>
  knownThings(library.db, home.libraryId, kind, [...namesOf(home, thing)].reverse()).ids.at(-1)
