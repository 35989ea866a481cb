import type { CallName, Calls } from '#contract/calls'
import type { Result } from '#contract/result'
import type { Services } from '../services/create-services'
import type { Shell } from './shell'

/** What carries out one call, its argument already checked. */
export type Handler<N extends CallName> = (args: Calls[N]['args']) => Result<Calls[N]['value']> | Promise<Result<Calls[N]['value']>>

/** The handlers of some calls, by name. */
export type Handlers<N extends CallName = CallName> = { readonly [Name in N]: Handler<Name> }

/** What handlers are made of. */
export interface Behind {
  readonly services: Services
  readonly shell: Shell
}
