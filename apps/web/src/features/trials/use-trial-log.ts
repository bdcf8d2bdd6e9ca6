import type { LogTrialRequest } from '@samtavle/shared/trial-api'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, api } from '../../api-client.ts'
import { keepsBoards } from '../../device/this-device.ts'
import {
  addWaitingTrialLine,
  removeWaitingTrialLine,
  type WaitingLine,
  waitingTrialLines,
} from '../../device/trial-lines.ts'

/** Between two tries to send what waits, in ms. */
const AGAIN_MS = 15_000
/** Answers that would be the same the next time; everything else is tried again, signed in again too. */
const FINAL = new Set(['bad_request', 'forbidden', 'not_found', 'gone', 'conflict', 'payload_too_large'])

/** A line that the server does not take, given back to whoever wrote it. */
export type RefusedLine = WaitingLine & { failure: ApiError }

/** Sends lines to the log of a trial, and keeps each until the server has it. */
export function useTrialLog(
  personId: string,
  place: { boardId: string; shape: string },
  on: { sent(): void; refused(line: RefusedLine): void },
) {
  const { boardId, shape } = place
  const queryClient = useQueryClient()
  const isHere = (line: WaitingLine) => line.boardId === boardId && line.shape === shape
  const count = () => waitingTrialLines(personId).filter(isHere).length
  const [waiting, setWaiting] = useState(count)
  const [sending, setSending] = useState(false)
  const busy = useRef(false)
  const latest = useRef(on)
  latest.current = on

  const flush = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    try {
      for (const line of waitingTrialLines(personId)) {
        try {
          await api.logTrial(line.boardId, line.shape, line.request)
        } catch (failure) {
          if (!(failure instanceof ApiError) || !FINAL.has(failure.code)) break
          // What belongs to another card is given back where that card is open.
          if (!isHere(line)) continue
          removeWaitingTrialLine(personId, line.request.line)
          latest.current.refused({ ...line, failure })
          continue
        }
        removeWaitingTrialLine(personId, line.request.line)
        void queryClient.invalidateQueries({ queryKey: ['trials'] })
        if (isHere(line)) latest.current.sent()
      }
    } finally {
      busy.current = false
      setSending(false)
      setWaiting(count())
    }
  }, [personId, boardId, shape, queryClient])

  useEffect(() => {
    if (waitingTrialLines(personId).length > 0) void flush()
    const now = () => void flush()
    window.addEventListener('online', now)
    return () => window.removeEventListener('online', now)
  }, [flush, personId])

  useEffect(() => {
    if (waiting === 0) return
    const timer = setInterval(() => void flush(), AGAIN_MS)
    // What this device keeps is sent when the page is opened again.
    const ask = (event: BeforeUnloadEvent) => !keepsBoards() && event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => {
      clearInterval(timer)
      window.removeEventListener('beforeunload', ask)
    }
  }, [waiting, flush])

  return {
    waiting,
    sending,
    flush,
    async send(request: LogTrialRequest): Promise<void> {
      addWaitingTrialLine(personId, { boardId, shape, request })
      await flush()
    },
  }
}
