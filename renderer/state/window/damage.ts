/** What the disk did not give back as it was written: told until the reader takes note of it, whether or not it was mended. */
import { subscribe } from '../../bridge/events'
import { feedbackState } from './feedback'

/** Follows what is found, until the returned function is called. */
const start = (): () => void =>
  subscribe('library.damage', ({ message, detail }) => void feedbackState.toast({ text: message, detail, tone: 'error' }))

/** The state module of damage to the library. */
export const damageState = { start }
