import { useEffect, useState } from 'react'
import { type LeftWords, leftWords, type ShelvedBoard, shelvedBoard } from '../device/device-shelf.ts'
import { retireBoard } from '../device/retire-board.ts'
import { keepsBoards } from '../device/this-device.ts'
import { useMe } from '../queries.ts'

/** The board as this device knows it, once it is asked for; null when it does not lie here. */
export function useBoardHere(boardId: string, wanted: boolean): ShelvedBoard | null {
  const { id: personId } = useMe()
  const [here, setHere] = useState<ShelvedBoard | null>(null)
  useEffect(() => {
    if (!wanted || !keepsBoards()) return
    let current = true
    void shelvedBoard(personId, boardId).then((board) => current && setHere((before) => before ?? board))
    return () => {
      current = false
    }
  }, [personId, boardId, wanted])
  return here
}

/** Takes a board off this device that may not lie here any more, and gives the words that its author wrote. */
export function useRetiredWords(personId: string, boardId: string, retires: boolean) {
  const [left, setLeft] = useState<LeftWords | null>(null)
  useEffect(() => {
    if (!retires) return
    let current = true
    const retire = async () => {
      const board = await shelvedBoard(personId, boardId)
      if (board !== null) await retireBoard(board)
      const found = (await leftWords(personId)).find((one) => one.boardId === boardId)
      if (current) setLeft(found ?? null)
    }
    void retire()
    return () => {
      current = false
    }
  }, [personId, boardId, retires])
  return { left, forget: () => setLeft(null) }
}
