import { call } from '../../bridge/client'
import { feedbackState } from './feedback'

/** Puts words on the system's clipboard, beside them their form in HTML where they have one, and says so; a failure is told. */
export const copyText = async (text: string, said: string, html: string | null = null): Promise<void> => {
  const answer = await call('clipboard.write', { text, html })
  if (answer.ok) feedbackState.toast({ text: said })
  else feedbackState.fail(answer.failure)
}
