import { addAnnotation, addAnnotations, moveAnnotation, retagAnnotation, retagAnnotations } from '../services/work/annotate'
import { setDecision, setDecisions } from '../services/work/decide'
import { redo, undo } from '../services/history/history'
import { removeAnnotation, removeAnnotations } from '../services/versions/remove-annotations'
import { hideRisk, saveRisk } from '../services/work/risks'
import { removeTag, saveTag } from '../services/work/tags'
import type { Behind, Handlers } from './handlers'

type Names = 'annotation.add' | 'annotation.addMany' | 'annotation.retag' | 'annotation.move' | 'annotation.remove' | 'annotation.retagMany'
  | 'annotation.removeMany' | 'decision.set' | 'decision.setMany' | 'tag.save' | 'tag.remove' | 'risk.save' | 'risk.hide' | 'history.undo'
  | 'history.redo'

/** Highlights, decisions, tags and risk tags, and the undoing of all of them. */
export const annotationHandlers = ({ services: { library } }: Behind): Handlers<Names> => ({
  'annotation.add': (draft) => addAnnotation(library, draft),
  'annotation.addMany': ({ drafts }) => addAnnotations(library, drafts),
  'annotation.retag': ({ id, rev, tagId }) => retagAnnotation(library, id, rev, tagId),
  'annotation.move': ({ id, rev, draft, continues }) => moveAnnotation(library, id, rev, draft, continues),
  'annotation.remove': ({ id, rev }) => removeAnnotation(library, id, rev),
  'annotation.retagMany': ({ annotations, tagId }) => retagAnnotations(library, annotations, tagId),
  'annotation.removeMany': ({ annotations, from }) => removeAnnotations(library, annotations, from),
  'decision.set': (request) => setDecision(library, request),
  'decision.setMany': ({ filingId, suggestions, verdict }) => setDecisions(library, filingId, suggestions, verdict),
  'tag.save': (tag) => saveTag(library, tag),
  'tag.remove': ({ id }) => removeTag(library, id),
  'risk.save': (request) => saveRisk(library, request),
  'risk.hide': ({ id, hidden }) => hideRisk(library, id, hidden),
  'history.undo': () => undo(library),
  'history.redo': () => redo(library)
})
