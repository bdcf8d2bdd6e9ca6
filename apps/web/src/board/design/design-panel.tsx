import type { BoardSummary } from '@samtavle/shared/api'
import type { StepDraft } from '@samtavle/shared/board-steps'
import type { Editor } from '@tldraw/tldraw'
import { useValue } from '@tldraw/tldraw'
import { BookmarkPlus, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { HeldTyping } from '../../ui/use-typed-text.ts'
import { useOpenBoard, useSessionView } from '../board-context.tsx'
import { SaveTemplateDialog } from '../save-template-dialog.tsx'
import { useUndoKeys } from '../use-undo-keys.ts'
import { useBoardSteps } from './board-steps.ts'
import { checkedSections } from './checked-sections.ts'
import { ChecksTab } from './checks-tab.tsx'
import { findFaults } from './design-checks.ts'
import styles from './design-panel.module.css'
import { useDesignSections } from './design-sections.ts'
import { SectionsTab } from './sections-tab.tsx'
import { StepsTab } from './steps-tab.tsx'

export type DesignPanelProps = {
  id: string
  board: BoardSummary
  editor: Editor
  /** The steps of the template that the board was made from. */
  templateSteps: readonly StepDraft[]
  onClose: () => void
}

type Tab = 'sections' | 'steps' | 'checks'

/** Beside the canvas: the sections of a template in the making, its steps, and what is worth a look before it is saved. */
export function DesignPanel({ id, board, editor, templateSteps, onClose }: DesignPanelProps) {
  const { t } = useTranslation('design')
  const { session } = useOpenBoard()
  const { mayEdit, paused } = useSessionView(session)
  const isUnlocked = useValue('background is unlocked', () => session.lock.isUnlocked, [session])
  const sections = useDesignSections(editor, board.locale)
  const heading = useRef<HTMLHeadingElement>(null)
  const panel = useRef<HTMLElement>(null)
  useUndoKeys(panel, (direction) => session.stepBack(direction))
  useEffect(() => {
    // A moment later: the menu that opened the panel gives the focus back first.
    const timer = setTimeout(() => heading.current?.focus(), 0)
    return () => clearTimeout(timer)
  }, [])
  const look = (as: 'designer' | 'participant') => {
    if (as === 'designer') session.lock.unlock()
    else session.lock.lock()
    const free = sections.filter(({ lock }) => lock === 'free')
    session.lock.showAgain(free.flatMap(({ texts }) => texts.map((text) => text.id)))
  }
  const unsettled = sections.filter(({ lock }) => lock === 'unsettled').length
  return (
    <aside ref={panel} id={id} className={styles.panel} aria-label={t('title')} data-own-keys>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t('title')}
        </h2>
        <IconButton size="sm" label={t('close')} icon={<X size={20} aria-hidden />} onClick={onClose} />
      </div>
      {(!mayEdit || paused) && <Notice tone="info">{t('readOnly')}</Notice>}
      {mayEdit && (
        // What somebody is typing while the board pauses stays and is written when it goes on.
        <div className={styles.design} inert={paused}>
          <Segmented
            label={t('mode')}
            value={isUnlocked ? 'designer' : 'participant'}
            onChange={look}
            options={[
              { value: 'designer', label: t('asDesigner') },
              { value: 'participant', label: t('asParticipant') },
            ]}
          />
          <p className={styles.hint} role="status">
            {t(isUnlocked ? 'designing' : 'previewing')}
            {!isUnlocked && unsettled > 0 && ` ${t('unsettledHere', { count: unsettled })}`}
          </p>
          {isUnlocked && (
            <HeldTyping value={paused}>
              <Design board={board} editor={editor} sections={sections} templateSteps={templateSteps} />
            </HeldTyping>
          )}
        </div>
      )}
    </aside>
  )
}

type DesignProps = Pick<DesignPanelProps, 'board' | 'editor' | 'templateSteps'> & {
  sections: ReturnType<typeof useDesignSections>
}

function Design({ board, editor, sections, templateSteps }: DesignProps) {
  const { t } = useTranslation(['design', 'library'])
  const { session } = useOpenBoard()
  const { steps, time } = useBoardSteps(editor.store)
  const [tab, setTab] = useState<Tab>('sections')
  const [saving, setSaving] = useState(false)
  const tabs = useRef<HTMLDivElement>(null)
  // What was pressed goes with its tab: the focus goes to the one that is shown instead.
  const goTo = (next: Tab) => {
    flushSync(() => setTab(next))
    tabs.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus()
  }
  const findings = findFaults(checkedSections(sections, board.locale), steps, time)
  return (
    <>
      <Tabs
        list={tabs}
        label={t('tabs')}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'sections',
            label: t('tabSections', { count: sections.length }),
            content: <SectionsTab editor={editor} locale={board.locale} sections={sections} />,
          },
          {
            value: 'steps',
            label: t('tabSteps', { count: steps.length }),
            content: <StepsTab editor={editor} steps={steps} time={time} templateSteps={templateSteps} />,
          },
          {
            value: 'checks',
            label: t('tabChecks', { count: findings.length }),
            content: (
              <ChecksTab
                editor={editor}
                findings={findings}
                showSteps={() => goTo('steps')}
                addSection={() => goTo('sections')}
              />
            ),
          },
        ]}
      />
      <div className={styles.foot}>
        {findings.length > 0 && <p className={styles.hint}>{t('checkFirst', { count: findings.length })}</p>}
        <Button variant="primary" icon={<BookmarkPlus size={20} aria-hidden />} onClick={() => setSaving(true)}>
          {t('save')}
        </Button>
      </div>
      {saving && <SaveTemplateDialog board={board} session={session} onClose={() => setSaving(false)} />}
    </>
  )
}
