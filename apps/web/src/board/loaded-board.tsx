import type { BoardSummary } from '@samtavle/shared/api'
import { wordsOn } from '@samtavle/shared/shape-words'
import { useQueryClient } from '@tanstack/react-query'
import type { Editor, TLShape, TLUiActionsContextType } from '@tldraw/tldraw'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { takeWords } from '../device/device-shelf.ts'
import { keepsBoards } from '../device/this-device.ts'
import { guestHere } from '../guest.ts'
import { meQuery, useMe } from '../queries.ts'
import { Dialog } from '../ui/dialog.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLate } from '../ui/use-late.ts'
import { BackgroundNotice } from './background-notice.tsx'
import { BoardProvider, type OpenBoard, useSessionView } from './board-context.tsx'
import { BoardEditor } from './board-editor.tsx'
import { BoardFind } from './board-find.ts'
import { BoardNotices } from './board-notices.tsx'
import styles from './board-page.module.css'
import { boardQuery } from './board-query.ts'
import type { BoardSession } from './board-session.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { useDesignPanel } from './design/use-design-panel.tsx'
import { EndedPage } from './ended-page.tsx'
import { useEvidence } from './evidence/use-evidence.tsx'
import { FindOnBoard } from './find-bar.tsx'
import { GuestList } from './guest/guest-list.tsx'
import { GuestViews } from './guest/guest-views.tsx'
import { useGuestList } from './guest/use-guest-list.ts'
import { GuestBar } from './guest-bar.tsx'
import { GuideContent } from './guide-panel.tsx'
import { useAway } from './history/use-away.tsx'
import { useHistory } from './history/use-history.tsx'
import { useRestoredNews } from './history/use-restored-news.ts'
import { ImportRowsDialog } from './import/import-rows-dialog.tsx'
import { LoadingBoard } from './loading-board.tsx'
import { PictureBar } from './pictures/picture-bar.tsx'
import type { PictureUploads } from './pictures/picture-uploads.ts'
import { UploadProgress } from './pictures/upload-progress.tsx'
import { usePictureNews } from './pictures/use-picture-news.ts'
import { useRebuiltNotice } from './rebuilt-notice.tsx'
import type { SessionNews } from './session-view.ts'
import { SideRail } from './side-rail.tsx'
import { putBack } from './text-gone.ts'
import { TopBar } from './top-bar.tsx'
import { UnsavedGuard } from './unsaved-guard.tsx'
import { useBoard } from './use-board.ts'
import { useFindFromAddress } from './use-find-from-address.ts'
import { useGuide } from './use-guide.ts'
import { usePasteNews } from './use-paste-news.ts'
import { usePlaceFromAddress } from './use-place-from-address.ts'
import { useVote } from './vote/use-vote.tsx'
import { boardVoteQuery } from './vote/vote-client.ts'

const CANVAS = 'board-canvas'

type LoadedBoardProps = {
  board: BoardSummary
  licenseKey: string | undefined
  /** What is known of the board comes from this device: with a connection, the server is asked. */
  fromDevice?: boolean
}

/** A board that is known: opens its session and tells what happens to it. */
export function LoadedBoard({ board, licenseKey, fromDevice = false }: LoadedBoardProps) {
  const { t } = useTranslation('board')
  const toast = useToast()
  const queries = useQueryClient()
  const [attempt, setAttempt] = useState(0)
  const rebuilt = useRebuiltNotice(board)
  const tellRestored = useRestoredNews(board)

  const onNews = (news: SessionNews) => {
    if (news.type === 'rebuilt') {
      rebuilt.tell(news)
      // While nobody could tell me, my role was changed.
      if (news.cause === 'readonly') void queries.invalidateQueries({ queryKey: boardQuery(board.id).queryKey })
    } else if (news.type === 'beyond-limit') toast.show({ text: t('beyondLimit'), tone: 'info' })
    else if (news.type === 'not-mine') toast.show({ text: t('notMine'), tone: 'info' })
    else if (news.type === 'vote') void queries.invalidateQueries({ queryKey: boardVoteQuery(board.id).queryKey })
    else if (news.type === 'restored' || news.type === 'taken-back') tellRestored(news)
    else if (news.type === 'role') {
      const { role } = news
      // An owner stays one by whichever way; only what one may do is told.
      if (role !== board.role && role !== 'owner') toast.show({ text: t(`roleNow_${role}`), tone: 'info' })
      queries.setQueryData(boardQuery(board.id).queryKey, (old: BoardSummary | undefined) => old && { ...old, role })
      void queries.invalidateQueries({ queryKey: boardQuery(board.id).queryKey })
    } else {
      if (news.archived && board.state === 'active') toast.show({ text: t('nowArchived'), tone: 'info' })
      const state: BoardSummary['state'] = news.archived ? 'archived' : 'active'
      queries.setQueryData(boardQuery(board.id).queryKey, (old: BoardSummary | undefined) =>
        old ? { ...old, title: news.title, state } : old,
      )
    }
  }
  const session = useBoard(board, attempt, onNews)
  if (session === null) return null
  const reload = async () => {
    await queries.invalidateQueries({ queryKey: boardQuery(board.id).queryKey })
    setAttempt((before) => before + 1)
  }
  return (
    <>
      <BoardWithSession
        key={attempt}
        board={board}
        session={session}
        licenseKey={licenseKey}
        fromDevice={fromDevice}
        onReload={() => void reload()}
      />
      {rebuilt.dialog}
    </>
  )
}

type WithSessionProps = LoadedBoardProps & { session: BoardSession; onReload(): void }

function BoardWithSession({ board, session, licenseKey, fromDevice = false, onReload }: WithSessionProps) {
  const { t } = useTranslation('board')
  const me = useMe()
  const toast = useToast()
  const view = useSessionView(session)
  const [canvas, setCanvas] = useState<{ editor: Editor; pictures: PictureUploads } | null>(null)
  const editor = canvas?.editor ?? null
  const pictures = canvas?.pictures ?? null
  const [taken, setTaken] = useState(false)
  // tldraw makes its actions while it renders: they are kept aside, not in state.
  const actions = useRef<TLUiActionsContextType>({})
  const guide = useGuide(board, editor, view.store)
  const design = useDesignPanel(board, session, editor, guide.templateSteps)
  const late = useLate(view.store === null)
  const [importing, setImporting] = useState<{ file: File | null } | null>(null)
  const importRows = useCallback((file: File | null) => setImporting({ file }), [])
  const find = useMemo(() => editor && new BoardFind(editor), [editor])
  const { evidence, dialogs } = useEvidence(board, session, editor)
  const history = useHistory(board, editor)
  const guestList = useGuestList()
  const asList = guestList?.view === 'list' && editor !== null
  const { notice: awayNotice, marks } = useAway(board, session, editor)
  const vote = useVote(board, session, editor, () => design.shown?.close())
  const open = useMemo(
    (): OpenBoard => ({
      session,
      me,
      editor,
      find,
      pictures,
      evidence,
      importRows,
      actions,
      marks,
      vote: vote.onBoard,
    }),
    [session, me, editor, find, pictures, evidence, importRows, marks, vote.onBoard],
  )
  useFindFromAddress(find)
  usePlaceFromAddress(editor)
  const paste = usePasteNews(session, importRows)
  const pictureNews = usePictureNews(session)
  useAskWhenConnected(board.id, fromDevice && view.connection.name === 'synced')
  const textGone = (on: Editor, shape: TLShape) => {
    if (wordsOn(shape).trim() === '') toast.show({ text: t('textGone'), tone: 'info' })
    else {
      const action = { label: t('putBack'), onSelect: () => putBack(on, shape) }
      toast.show({ text: t('textGoneKept'), tone: 'info', stays: true, action })
    }
  }

  if (view.connection.name === 'ended') {
    const { reason } = view.connection
    return (
      <EndedPage
        reason={reason}
        boardId={board.id}
        title={board.title}
        lost={view.unsaved && !taken}
        words={session.unsavedWords}
        kept={view.keepsHere}
        onTaken={keepsBoards() ? () => void takeWords(me.id, board.id).then(() => setTaken(true)) : undefined}
        mayRestore={board.role === 'owner'}
        onReload={onReload}
      />
    )
  }
  return (
    <BoardProvider value={open}>
      <div className={styles.page}>
        <SkipLink target={CANVAS}>{t('toCanvas')}</SkipLink>
        {guestHere() === null ? (
          <TopBar
            board={board}
            onGuide={guide.guides && guide.openSheet}
            onDesign={design.open}
            onHistory={history.open && (() => [vote.close(), history.open?.()])}
          />
        ) : (
          <GuestBar board={board} />
        )}
        <UnsavedGuard unsaved={view.unsaved} onlyHere={view.onlyHere} saved={view.saved} />
        <ConnectionBanner session={session} />
        {design.shown === null && <BackgroundNotice />}
        {awayNotice}
        {vote.notice}
        <BoardNotices board={board} session={session} />
        <div className={styles.work}>
          <SideRail
            boardId={board.id}
            guides={guide.guides}
            open={guide.panelOpen}
            onOpenChange={guide.setPanelOpen}
            design={design.shown}
            history={history}
            vote={vote}
          />
          <main id={CANVAS} tabIndex={-1} className={`${styles.canvas} board-canvas`} aria-label={t('canvas')}>
            {/* It goes on while one looks at how it was, unseen and untouched. */}
            <div className={styles.live} inert={history.preview !== null || asList}>
              <FindOnBoard />
              <UploadProgress />
              <PictureBar />
              {view.store && guide.known ? (
                <BoardEditor
                  boardId={board.id}
                  store={view.store}
                  licenseKey={licenseKey}
                  onEditor={setCanvas}
                  onActions={(made) => {
                    actions.current = made
                  }}
                  paste={paste}
                  pictureNews={pictureNews}
                  onTextGone={textGone}
                />
              ) : (
                late && <LoadingBoard />
              )}
            </div>
            {history.preview}
            {asList && <GuestList editor={editor} drafts={guestList.drafts} />}
          </main>
        </div>
        {guestList && <GuestViews view={guestList.view} show={guestList.show} />}
        {dialogs}
        {importing && editor && (
          <ImportRowsDialog
            editor={editor}
            session={session}
            file={importing.file}
            onClose={() => setImporting(null)}
          />
        )}
        {guide.guides && (
          <Dialog open={guide.sheetOpen} onOpenChange={guide.setSheetOpen} title={t('guide')}>
            <GuideContent guides={guide.guides} boardId={board.id} />
          </Dialog>
        )}
      </div>
    </BoardProvider>
  )
}

/** Opened without the server, the page asks it for what it could not say then. */
function useAskWhenConnected(boardId: string, asks: boolean) {
  const queries = useQueryClient()
  useEffect(() => {
    if (!asks) return
    void queries.invalidateQueries({ queryKey: boardQuery(boardId).queryKey })
    void queries.invalidateQueries({ queryKey: meQuery.queryKey })
  }, [asks, boardId, queries])
}
