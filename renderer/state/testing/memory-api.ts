import type { Annotation, AnnotationDraft, Decision } from '#contract/annotation'
import type { CallName, Calls, RedwellApi } from '#contract/calls'
import type { EventName, Events } from '#contract/events'
import type { FilingWork } from '#contract/library'
import type { Note } from '#contract/note'
import { fail, ok, type Result } from '#contract/result'

/** What answers one call in a test; it may wait, refuse or answer anything the contract allows. */
export type Answers = {
  readonly [N in CallName]?: (args: Calls[N]['args']) => Result<Calls[N]['value']> | Promise<Result<Calls[N]['value']>>
}

/** The other end of the wire, in memory, for tests of state: it keeps one filing's work and its revisions as the main process does. */
export interface MemoryApi {
  readonly api: RedwellApi
  readonly work: { annotations: readonly Annotation[]; decisions: readonly Decision[]; notes: readonly Note[] }
  /** Every call made, in order. */
  readonly calls: { readonly name: CallName; readonly args: unknown }[]
  /** Tells the window something of the main process's own accord. */
  readonly emit: <E extends EventName>(name: E, payload: Events[E]) => void
  /** Answers calls of these names in another way from now on. */
  readonly answer: (answers: Answers) => void
}

const NOW = '2026-01-01T00:00:00Z'

/** Ids are used once, as in a library, however many ends are installed in one run. */
let made = 0
const nextId = (): string => {
  made += 1
  return `id${String(made)}`
}

const noteCalls = (work: MemoryApi['work']): Answers => {
  const change = (id: string, rev: number, patch: Partial<Note>): Result<Note> => {
    const note = work.notes.find((kept) => kept.id === id)
    if (!note) return fail('not-found', 'There is no such note.')
    if (note.rev !== rev) return fail('conflict', 'The note was changed elsewhere.')
    const next = { ...note, ...patch, rev: rev + 1 }
    work.notes = work.notes.map((kept) => (kept.id === id ? next : kept))
    return ok(next)
  }
  return {
    'note.add': ({ filingId, target }) => {
      const note: Note = { id: nextId(), filingId, target, body: '', text: '', status: 'none', owner: null, dueAt: null, createdAt: NOW,
        modifiedAt: NOW, rev: 1, sha256: '' }
      work.notes = [...work.notes, note]
      return ok(note)
    },
    'note.save': ({ id, rev, body, text }) => {
      const saved = change(id, rev, { body, text })
      return saved.ok ? ok({ id, rev: saved.value.rev, modifiedAt: NOW }) : saved
    },
    'note.status': ({ id, rev, ...patch }) => change(id, rev, patch),
    'note.remove': ({ id, rev }) => {
      const found = change(id, rev, {})
      if (!found.ok) return found
      work.notes = work.notes.filter((note) => note.id !== id)
      return ok(null)
    }
  }
}

const drop = (work: MemoryApi['work'], ids: readonly string[]): void => {
  work.annotations = work.annotations.filter((kept) => !ids.includes(kept.id))
  work.notes = work.notes.filter(({ target }) => target.kind !== 'annotation' || !ids.includes(target.annotationId))
}

const madeOf = ({ filingId, tagId, range, quote, sectionPath }: AnnotationDraft): Annotation => ({
  id: nextId(),
  filingId,
  tagId,
  verdict: 'intact',
  createdAt: NOW,
  modifiedAt: NOW,
  rev: 1,
  selectors: { position: { start: range.start, end: range.end }, quote, sectionPath, textSha256: '', parserVersion: 1 }
})

const markCalls = (work: MemoryApi['work']): Answers => ({
  'annotation.add': (draft) => {
    const annotation = madeOf(draft)
    work.annotations = [...work.annotations, annotation]
    return ok(annotation)
  },
  'annotation.addMany': ({ drafts }) => {
    const made = drafts.map(madeOf)
    work.annotations = [...work.annotations, ...made]
    return ok(made)
  },
  'annotation.retag': ({ id, rev, tagId }) => {
    const annotation = work.annotations.find((kept) => kept.id === id)
    if (annotation?.rev !== rev) return fail('conflict', 'The highlight was changed elsewhere.')
    const next = { ...annotation, tagId, rev: rev + 1 }
    work.annotations = work.annotations.map((kept) => (kept.id === id ? next : kept))
    return ok(next)
  },
  'annotation.move': ({ id, rev, draft }) => {
    const annotation = work.annotations.find((kept) => kept.id === id)
    if (annotation?.rev !== rev) return fail('conflict', 'The highlight was changed elsewhere.')
    const next = { ...annotation, rev: rev + 1,
      selectors: { ...annotation.selectors, position: { start: draft.range.start, end: draft.range.end }, quote: draft.quote } }
    work.annotations = work.annotations.map((kept) => (kept.id === id ? next : kept))
    return ok(next)
  },
  'annotation.remove': ({ id }) => {
    drop(work, [id])
    return ok(null)
  },
  'annotation.retagMany': ({ annotations, tagId }) => {
    const wanted = new Set(annotations.map(({ id }) => id))
    const changed = work.annotations.filter((kept) => wanted.has(kept.id) && kept.tagId !== tagId).map((kept) => ({ ...kept, tagId,
      rev: kept.rev + 1 })
    )
    work.annotations = work.annotations.map((kept) => changed.find(({ id }) => id === kept.id) ?? kept)
    return ok(changed)
  },
  'annotation.removeMany': ({ annotations, from }) => {
    const dismissed =
      annotations.filter(({ id }) => from !== undefined && work.annotations.some((kept) => kept.id === id && kept.filingId !== from)).length
    drop(work, annotations.map(({ id }) => id))
    return ok({ removed: annotations.length - dismissed, dismissed })
  }
})

const decisionCalls = (work: MemoryApi['work']): Answers => ({
  'decision.set': ({ node, kind, verdict, ...rest }) => {
    const others = work.decisions.filter((kept) => !(kept.kind === kind && kept.node === node))
    const before = work.decisions.find((kept) => kept.kind === kind && kept.node === node)
    const { links = before?.links ?? null, span = before?.span ?? null } = rest
    const decision: Decision | null = verdict === null
      ? null
      : { id: `${kind}:${node}`, kind, node, verdict, ...rest, links, span, decidedAt: NOW, rev: 1 }
    work.decisions = decision ? [...others, decision] : others
    return ok(decision)
  },
  'decision.setMany': ({ filingId, suggestions, verdict }) => {
    const isMeant = ({ kind, node }: Decision): boolean =>
      suggestions.some((suggestion) => suggestion.kind === kind && suggestion.node === node)
    const made = verdict === null
      ? []
      : suggestions.map((suggestion): Decision => ({ ...suggestion, id: `${suggestion.kind}:${suggestion.node}`, filingId, verdict,
        risks: null, decidedAt: NOW, rev: 1 })
      )
    work.decisions = [...work.decisions.filter((kept) => !isMeant(kept)), ...made]
    return ok(made)
  }
})

/** Starts an empty other end and puts it where the bridge looks for it. */
export const installMemoryApi = (start: Partial<FilingWork> = {}): MemoryApi => {
  const work: MemoryApi['work'] = { annotations: start.annotations ?? [], decisions: start.decisions ?? [], notes: start.notes ?? [] }
  const calls: { name: CallName; args: unknown }[] = []
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  let answers: Answers = { 'filing.work': () => ok({ ...work }), 'window.flushed': () => ok(null), ...noteCalls(work), ...markCalls(work),
    ...decisionCalls(work) }
  const call = new Proxy({}, {
    get: (_target, name: CallName) => async (args: never) => {
      calls.push({ name, args })
      const answer = answers[name]
      return answer === undefined ? fail('invalid-request', `No answer for ${name}.`) : answer(args)
    }
  }) as RedwellApi['call']
  const api: RedwellApi = {
    call,
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener as (payload: never) => void))
      return () => set.delete(listener as (payload: never) => void)
    },
    pathsOf: () => []
  }
  Object.assign(globalThis, { window: { redwell: api } })
  return {
    api,
    work,
    calls,
    emit: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload as never)
    },
    answer: (more) => {
      answers = { ...answers, ...more }
    }
  }
}
