import { isAttached } from '#model/verdict'
import { annotationsState } from '../marks/annotations'
import type { Command } from './command'
import { reading } from './command-conditions'
import { documentState } from '../document/document'
import { versionsState } from '../compare/versions'

const offered = () => versionsState.select.offer(versionsState.store.get())

const acceptOffer = (): void => {
  const offer = offered()
  if (offer) void versionsState.accept(offer)
}

const hasWaiting = (): boolean =>
  reading() &&
  (versionsState.store.get().dismissed.length > 0 ||
    annotationsState.store.get().annotations.some((annotation) => !isAttached(annotation.verdict)))

const canAttach = (): boolean =>
  reading() && annotationsState.store.get().attaching !== null && documentState.store.get().selection !== null

/** The commands of versions and families of a filing, and of the highlights that wait for their words. */
export const VERSIONS: readonly Command[] = [
  { id: 'window.link-version', label: 'Link as a later version of…', group: 'Filing', keys: ['Ctrl+Shift+K'], when: reading,
    run: () => versionsState.choose('later-version') },
  { id: 'window.link-family', label: 'Link to the family of…', group: 'Filing', keys: [], when: reading,
    run: () => versionsState.choose('family') },
  { id: 'window.accept-version', label: 'Link with the version that is offered', group: 'Filing', keys: ['Alt+L'],
    when: () => reading() && offered() !== null, run: acceptOffer },
  { id: 'window.waiting', label: 'Go to the highlights that wait', group: 'Mark', keys: ['Alt+W'], when: hasWaiting,
    run: versionsState.goToWaiting },
  { id: 'window.attach-here', label: 'Attach the waiting highlight to the selection', group: 'Mark', keys: ['Shift+H'], when: canAttach,
    run: () => void annotationsState.attachHere() }
]
