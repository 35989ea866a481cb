import type { NoteSave, NoteSaved } from '#contract/note'
import { fail, ok, type Result } from '#contract/result'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSaveChain, SAVE_DELAY, SAVE_LONGEST, TOUCH_LIMIT, type SaveChain, type SavePhase, type Words } from './save-chain'

/** The test's own clock: it moves where it is told to, so that no machine is too slow for it. */
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const wait = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms)
}
/** Lets the test's clock go on until something is settled. */
const settled = async <T>(promise: Promise<T>): Promise<T> => {
  let open = true
  void promise.finally(() => {
    open = false
  })
  while (open) await wait(1)
  return promise
}
const words = (text: string): Words => ({ body: JSON.stringify(text), text })

/** One note as the main process keeps it: refuses a save that did not start from the revision it has. */
const keeper = (behave: { readonly latency?: () => number; readonly refuse?: () => boolean } = {}) => {
  const commits: string[] = []
  let rev = 1
  let running = 0
  const save = async ({ id, rev: from, text }: NoteSave): Promise<Result<NoteSaved>> => {
    running += 1
    expect(running).toBe(1)
    await after(behave.latency?.() ?? 0)
    running -= 1
    if (behave.refuse?.() === true) return fail('disk-full', 'The disk is full.')
    if (from !== rev) return fail('conflict', 'The note was changed elsewhere.')
    rev += 1
    commits.push(text)
    return ok({ id, rev, modifiedAt: `2026-01-01T00:00:${String(rev).padStart(2, '0')}Z` })
  }
  return { save, commits, disturb: (text: string) => {
    rev += 1
    commits.push(text)
  }, rev: () => rev }
}

const chainOn = (kept: ReturnType<typeof keeper>, more: Partial<Parameters<typeof createSaveChain>[0]> = {}) => {
  const phases: SavePhase[] = []
  const saved: string[] = []
  const chain: SaveChain = createSaveChain({
    id: 'n1',
    rev: 1,
    save: kept.save,
    delay: 5,
    longest: 20,
    onPhase: (phase) => phases.push(phase),
    onSaved: ({ text }) => saved.push(text),
    onConflict: async () => false,
    ...more
  })
  return { chain, phases, saved }
}

describe('createSaveChain', () => {
  it('writes soon after the last key, once for a burst, and says so only after the commit', async () => {
    const kept = keeper()
    const { chain, phases } = chainOn(kept)
    for (const text of ['a', 'ab', 'abc']) chain.edit(words(text))
    expect(phases.map(({ kind }) => kind)).toEqual(['dirty', 'dirty', 'dirty'])
    await wait(40)
    expect(kept.commits).toEqual(['abc'])
    expect(phases.map(({ kind }) => kind)).toEqual(['dirty', 'dirty', 'dirty', 'saving', 'clean'])
  })

  it('is not called saved from before a letter is drawn until it is committed, though an older save ends meanwhile', async () => {
    const kept = keeper({ latency: () => 30 })
    const { chain, phases } = chainOn(kept, { delay: 1, longest: 1 })
    chain.edit(words('a'))
    await wait(10)
    chain.touch()
    await wait(60)
    expect(phases.map(({ kind }) => kind)).toEqual(['dirty', 'saving', 'dirty'])
    chain.edit(words('ab'))
    await wait(120)
    expect(phases.at(-1)).toEqual({ kind: 'clean' })
    expect(kept.commits).toEqual(['a', 'ab'])
  })

  it('is called saved again after a key that changed nothing', async () => {
    const { chain, phases } = chainOn(keeper())
    chain.touch()
    expect(phases).toEqual([{ kind: 'dirty' }])
    await wait(TOUCH_LIMIT + 100)
    expect(phases.at(-1)).toEqual({ kind: 'clean' })
  })

  it('leaves no words unwritten for more than 300 ms while typing goes on', async () => {
    const kept = keeper()
    const { chain } = chainOn(kept, { delay: SAVE_DELAY, longest: SAVE_LONGEST })
    const typed: number[] = []
    for (let at = 0; at < 12; at += 1) {
      chain.edit(words('x'.repeat(at + 1)))
      typed.push(performance.now())
      await wait(50)
      const written = kept.commits.at(-1)?.length ?? 0
      const oldest = typed[written]
      if (oldest !== undefined) expect(performance.now() - oldest).toBeLessThan(300)
    }
  })

  it('writes within the promised time with its own delays', async () => {
    const kept = keeper()
    const { chain } = chainOn(kept, { delay: 120, longest: 600 })
    chain.edit(words('a'))
    await wait(300)
    expect(kept.commits).toEqual(['a'])
  })

  it('writes now and then while typing never pauses', async () => {
    const kept = keeper()
    const { chain } = chainOn(kept, { delay: 40, longest: 60 })
    for (let key = 0; key < 20; key += 1) {
      chain.edit(words(String(key)))
      await wait(10)
    }
    expect(kept.commits.length).toBeGreaterThan(0)
    await settled(chain.flush())
    expect(kept.commits.at(-1)).toBe('19')
  })

  it('flush waits for the commit of the last key', async () => {
    const kept = keeper({ latency: () => 15 })
    const { chain } = chainOn(kept)
    chain.edit(words('a'))
    const first = chain.flush()
    chain.edit(words('b'))
    expect(await settled(first)).toBe(true)
    expect(kept.commits.at(-1)).toBe('b')
    expect(chain.unsaved()).toBeNull()
  })

  it('keeps refused words, says why, and writes the newest on the next try', async () => {
    let full = true
    const kept = keeper({ refuse: () => full })
    const { chain, phases } = chainOn(kept)
    chain.edit(words('a'))
    expect(await settled(chain.flush())).toBe(false)
    expect(phases.at(-1)).toMatchObject({ kind: 'failed', failure: { code: 'disk-full' } })
    expect(chain.unsaved()?.text).toBe('a')
    full = false
    expect(await settled(chain.flush())).toBe(true)
    expect(kept.commits).toEqual(['a'])
    expect(phases.at(-1)?.kind).toBe('clean')
  })

  it('tries a refused write again by itself, and the reason stays on screen until it is committed', async () => {
    let full = true
    const kept = keeper({ refuse: () => full })
    const { chain, phases } = chainOn(kept, { retry: 10 })
    chain.edit(words('a'))
    await wait(40)
    chain.edit(words('ab'))
    await wait(40)
    expect(phases.slice(2).every(({ kind }) => kind === 'failed')).toBe(true)
    full = false
    await wait(40)
    expect(kept.commits).toEqual(['ab'])
    expect(phases.at(-1)?.kind).toBe('clean')
  })

  it('hands its words over on a conflict and is clean when they are kept elsewhere', async () => {
    const kept = keeper()
    const elsewhere: string[] = []
    const { chain, phases } = chainOn(kept, {
      onConflict: async (take) => {
        elsewhere.push(take()?.text ?? '')
        return true
      }
    })
    kept.disturb('theirs')
    chain.edit(words('mine'))
    expect(await settled(chain.flush())).toBe(true)
    expect(elsewhere).toEqual(['mine'])
    expect(kept.commits).toEqual(['theirs'])
    expect(phases.at(-1)?.kind).toBe('clean')
  })

  it('keeps the words where a conflict could not be settled', async () => {
    const kept = keeper()
    const { chain } = chainOn(kept)
    kept.disturb('theirs')
    chain.edit(words('mine'))
    expect(await settled(chain.flush())).toBe(false)
    expect(chain.unsaved()?.text).toBe('mine')
  })

  it('queues another act behind the saves, so that both carry the right revision', async () => {
    const kept = keeper({ latency: () => 5 })
    const { chain } = chainOn(kept)
    chain.edit(words('a'))
    const status = chain.run(async (rev) => {
      expect(rev).toBe(kept.rev())
      kept.disturb('status')
      return ok({ rev: kept.rev() })
    })
    chain.edit(words('ab'))
    await settled(status)
    expect(await settled(chain.flush())).toBe(true)
    expect(kept.commits).toEqual(['ab', 'status'])
    chain.edit(words('abc'))
    expect(await settled(chain.flush())).toBe(true)
    expect(kept.commits.at(-1)).toBe('abc')
  })

  it('loses nothing that was acknowledged and never commits out of order, whatever happens when', async () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.constant('edit' as const) },
      { weight: 2, arbitrary: fc.constant('flush' as const) },
      { weight: 2, arbitrary: fc.constant('wait' as const) },
      { weight: 1, arbitrary: fc.constant('status' as const) }
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 24 }), fc.array(fc.boolean(), { maxLength: 6 }), fc.nat(3),
        async (steps, refusals, latency) => {
          const kept = keeper({ latency: () => latency, refuse: () => refusals.pop() ?? false })
          const { chain, saved } = chainOn(kept, { delay: 1, longest: 4 })
          let typed = 0
          const acts: Promise<unknown>[] = []
          for (const what of steps) {
            if (what === 'edit') {
              typed += 1
              chain.edit(words(String(typed)))
            } else if (what === 'flush') {
              const before = typed
              acts.push(chain.flush().then((done) => {
                if (done) expect(Number(saved.at(-1) ?? 0)).toBeGreaterThanOrEqual(before)
              }))
            } else if (what === 'wait') await wait(2)
            else acts.push(chain.run(async () => {
                kept.disturb('')
                return ok({ rev: kept.rev() })
              }))
          }
          await settled(Promise.all(acts))
          while (!await settled(chain.flush())) await wait(1)
          const written = kept.commits.filter((text) => text !== '').map(Number)
          expect(written).toEqual([...written].sort((a, b) => a - b))
          expect(written.at(-1) ?? 0).toBe(typed)
          expect(saved.map(Number)).toEqual(written)
        }),
      { numRuns: 60 }
    )
  }, 60_000)
})
