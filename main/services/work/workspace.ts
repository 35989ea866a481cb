import type { Workspace } from '#contract/library'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { ME } from '#contract/person'
import { listPeople } from '../../store/people'
import { listTags } from '../../store/tags'
import type { Services } from '../create-services'
import { risksOf } from './risks'
import { getSettings } from '../settings'

/** What stays the same for all filings: tags, the risk taxonomy, settings, and where and by what this library is kept. */
export const getWorkspace = (services: Services): Result<Workspace> =>
  ok({
    tags: listTags(services.library.db),
    risks: risksOf(services.library),
    people: listPeople(services.library.db).filter(({ id }) => id !== ME),
    settings: getSettings(services.library.db),
    dataFolder: services.library.folder,
    appVersion: services.appVersion,
    runtimeVersion: services.runtimeVersion
  })
