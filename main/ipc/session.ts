import { z } from 'zod'
import type { Calls } from '#contract/calls'
import { MOST_TABS, type SessionCalls } from '#contract/session'
import { getSession, setSession } from '../services/work/session'
import { id, LIMITS, nothing, offset, sequence } from './guard-parts'
import type { Behind, Handlers } from './handlers'

const place = z.strictObject({ filingId: id, sequence, top: offset, gap: z.number() })

const tab = z.strictObject({
  first: place,
  second: place.nullable(),
  active: z.enum(['first', 'second']),
  title: z.string().max(LIMITS.words),
  passing: z.boolean()
})

const side = z.strictObject({ filingId: id, sequence })

/** What each call on what the window showed last takes. */
export const SESSION_GUARDS: { readonly [N in keyof SessionCalls]: z.ZodType<Calls[N]['args']> } = {
  'session.get': nothing,
  'session.set': z.strictObject({
    tabs: z.array(tab).max(MOST_TABS),
    current: z.int().min(0).max(MOST_TABS).nullable(),
    screen: z.enum(['library', 'reader', 'search', 'compare', 'review']),
    sidebarTab: z.enum(['library', 'outline']),
    inspectorTab: z.enum(['findings', 'forward-looking', 'figures', 'notes', 'marks']),
    compare: z.strictObject({ left: side, right: side }).nullable(),
    library: z.strictObject({
      place: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.enum(['all', 'loose', 'trash']) }),
        z.strictObject({ kind: z.literal('folder'), id })
      ]),
      scrolled: z.number().min(0),
      cursor: z.string().max(LIMITS.words).nullable()
    })
  })
}

/** What the window showed last. */
export const sessionHandlers = ({ services: { library } }: Behind): Handlers<keyof SessionCalls> => ({
  'session.get': () => getSession(library),
  'session.set': (session) => setSession(library, session)
})
