import type { SnapshotAnswer, SnapshotChoice } from '@samtavle/shared/snapshot-api'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ApiError } from '../../api-client.ts'
import { snapshotApi, snapshotQuery } from './snapshots-client.ts'

/** How long after the last change a draft is saved, in ms. */
const REST_MS = 600

export type DraftState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict'

export type Draft = {
  choice: SnapshotChoice
  state: DraftState
  /** Why the last saving failed. */
  failure: unknown
  change(changed: Partial<SnapshotChoice>): void
  /** Saves what waits; false when it could not be saved. */
  flush(): Promise<boolean>
  /** Of a conflict: what somebody else saved is shown, or written over. */
  takeTheirs(): void
  keepMine(): void
  /** The version that is saved. */
  version(): string
}

/** A draft that saves itself, and that follows what is saved elsewhere as long as nothing here waits. */
export function useDraft(answer: SnapshotAnswer & { choice: SnapshotChoice; version: string }): Draft {
  const { id } = answer.snapshot
  // The same array at every drawing: what is made of it saves when it is replaced.
  const { queryKey } = useMemo(() => snapshotQuery(id), [id])
  const queries = useQueryClient()
  const [choice, setChoice] = useState(answer.choice)
  const [state, setState] = useState<DraftState>('saved')
  const [failure, setFailure] = useState<unknown>(null)
  // What is saved goes by what is newest, not by what was drawn last.
  const newest = useRef(answer.choice)
  const known = useRef(answer.version)
  const isDirty = useRef(false)
  const running = useRef<Promise<boolean> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const saveOnce = useCallback(
    async (was: string | null): Promise<boolean> => {
      const sent = newest.current
      isDirty.current = false
      setState('saving')
      try {
        // An older answer that is still on its way would bring back what was changed.
        await queries.cancelQueries({ queryKey })
        const { version } = await snapshotApi.putChoice(id, sent, was)
        known.current = version
        queries.setQueryData(queryKey, (before) => before && { ...before, choice: sent, version })
        setState(isDirty.current ? 'waiting' : 'saved')
        return true
      } catch (thrown) {
        isDirty.current = true
        setFailure(thrown)
        setState(thrown instanceof ApiError && thrown.code === 'conflict' ? 'conflict' : 'failed')
        return false
      }
    },
    [id, queries, queryKey],
  )

  /** One saving at a time, until nothing waits. */
  const save = useCallback(
    (was?: null): Promise<boolean> => {
      clearTimeout(timer.current)
      if (running.current !== null) return running.current
      const run = async () => {
        let isSaved = true
        let over = was
        while (isDirty.current && isSaved && newest.current.title.trim() !== '') {
          isSaved = await saveOnce(over === null ? null : known.current)
          over = undefined
        }
        return isSaved && !isDirty.current
      }
      running.current = run().finally(() => {
        running.current = null
        if (!isDirty.current) void queries.invalidateQueries({ queryKey })
      })
      return running.current
    },
    [saveOnce, queries, queryKey],
  )

  const change = (changed: Partial<SnapshotChoice>) => {
    newest.current = { ...newest.current, ...changed }
    isDirty.current = true
    setChoice(newest.current)
    // What is in conflict waits for a decision.
    if (state === 'conflict') return
    setState('waiting')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), REST_MS)
  }

  const adopt = useCallback((theirs: SnapshotChoice, version: string) => {
    clearTimeout(timer.current)
    isDirty.current = false
    newest.current = theirs
    known.current = version
    setChoice(theirs)
    setState('saved')
  }, [])

  useEffect(() => {
    if (isDirty.current || running.current !== null || answer.version === known.current) return
    adopt(answer.choice, answer.version)
  }, [answer.choice, answer.version, adopt])

  const takeTheirs = () => {
    isDirty.current = false
    void queries.fetchQuery({ ...snapshotQuery(id), staleTime: 0 }).then(
      (fresh) => fresh.choice !== null && fresh.version !== null && adopt(fresh.choice, fresh.version),
      (thrown: unknown) => {
        isDirty.current = true
        setFailure(thrown)
        setState('failed')
      },
    )
  }

  // Whoever leaves the page has saved what they chose.
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (!isDirty.current) return
      void save()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', stay)
    return () => {
      window.removeEventListener('beforeunload', stay)
      if (isDirty.current) void save()
    }
  }, [save])

  return {
    ...{ choice, state, failure, change, takeTheirs },
    flush: () => save(),
    keepMine: () => void save(null),
    version: () => known.current,
  }
}
