import { searchLibrary } from '../services/search-library'
import type { Behind, Handlers } from './handlers'

/** Search over the library. */
export const searchHandlers = ({ services }: Behind): Handlers<'search.library'> => ({
  'search.library': ({ query, limit }) => searchLibrary(services.library, query, limit)
})
