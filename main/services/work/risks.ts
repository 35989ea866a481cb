import type { RiskGroup } from '#contract/finding'
import type { RiskId } from '#contract/ids'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { RISK_TAXONOMY } from '../../domain/risk-taxonomy'
import { deleteRisk, listRisks, putRisk } from '../../store/risks'
import type { ReadableDb } from '../../store/handles'
import type { WholeRisk } from '../../store/risks'
import type { LibraryContext } from '../library-context'
import { commitChange } from '../journal/record-changes'

/** Where the tags that come with Redwell belong; one that is not named here is of the surroundings. */
const GROUPS: Readonly<Record<RiskId, RiskGroup>> = {
  clinical_efficacy: 'development',
  clinical_safety: 'development',
  regulatory_approval: 'development',
  trial_design_conduct: 'development',
  commercialisation: 'operations',
  competition: 'operations',
  partner_reliance: 'operations',
  manufacturing_supply: 'operations',
  intellectual_property: 'operations',
  personnel: 'operations',
  cyber_data: 'operations',
  financing_capital: 'finance',
  accounting_controls: 'finance',
  ma_integration: 'finance',
  litigation_legal: 'surroundings',
  macro_market: 'surroundings'
}

const SHIPPED: readonly WholeRisk[] = RISK_TAXONOMY.map(({ id, label, scope }) => ({ id, label, scope, group: GROUPS[id] ?? 'surroundings',
  hidden: false, own: false })
)

/** The risk taxonomy of a library: the tags that come with Redwell as the analyst changed them, then the analyst's own. */
export const risksOf = ({ db }: { readonly db: ReadableDb }): readonly WholeRisk[] => {
  const changed = listRisks(db)
  return [...SHIPPED.map((risk) => changed.find(({ id }) => id === risk.id) ?? risk), ...changed.filter(({ own }) => own)]
}

const keep = (library: LibraryContext, label: string, after: WholeRisk): void => {
  const before = listRisks(library.db).find(({ id }) => id === after.id) ?? null
  const shipped = SHIPPED.find(({ id }) => id === after.id)
  const asItCame = shipped !== undefined && shipped.label === after.label && shipped.group === after.group && !after.hidden
  commitChange(library, label, (record) => {
    if (asItCame) deleteRisk(library.db, after.id)
    else putRisk(library.db, after)
    record.steps.push({ entity: 'risk', entityId: after.id, filingId: null, before, after: asItCame ? null : after })
  })
}

/** Names a risk tag anew, or makes one of the analyst's own where `id` is null. Two tags may not share a name. */
export const saveRisk = (library: LibraryContext,
  request: { readonly id: RiskId | null; readonly label: string; readonly group: RiskGroup }): Result<readonly WholeRisk[]> => {
  const all = risksOf(library)
  const known = all.find(({ id }) => id === request.id)
  if (request.id !== null && !known) return fail('not-found', 'This risk tag no longer exists.')
  const label = request.label.trim()
  const clash = all.find((risk) => risk.id !== request.id && risk.label.toLowerCase() === label.toLowerCase())
  if (clash)
    return fail('conflict', `There is already a risk tag “${clash.label}”.`, {
      remedy: clash.hidden ? 'It is hidden; offer it again instead.' : 'Choose another name.'
    })
  if (known?.label === label && known.group === request.group) return ok(all)
  const after: WholeRisk = known
    ? { ...known, label, group: request.group }
    : { id: `own-${library.newId()}`, label, scope: '', group: request.group, hidden: false, own: true }
  keep(library, known ? 'Rename risk tag' : 'Add risk tag', after)
  return ok(risksOf(library))
}

/** Keeps a risk tag from being offered, or offers it again; statements that carry it keep it. */
export const hideRisk = (library: LibraryContext, id: RiskId, hidden: boolean): Result<readonly WholeRisk[]> => {
  const known = risksOf(library).find((risk) => risk.id === id)
  if (!known) return fail('not-found', 'This risk tag no longer exists.')
  if (known.hidden !== hidden) keep(library, hidden ? 'Hide risk tag' : 'Offer risk tag again', { ...known, hidden })
  return ok(risksOf(library))
}
