import type { TemplateAbout } from '@samtavle/shared/template-about'
import { useState } from 'react'
import { type AboutDraft, type DraftFault, readDraft } from './about-draft.ts'

const NO_FAULTS: ReadonlySet<DraftFault> = new Set()

/** Looks at a draft when it is to be saved: saves what it says, or names the fields that must be changed first. */
export function useAboutCheck(save: (about: TemplateAbout) => void) {
  const [faults, setFaults] = useState(NO_FAULTS)
  const check = (draft: AboutDraft) => {
    const read = readDraft(draft)
    setFaults('faults' in read ? read.faults : NO_FAULTS)
    if ('about' in read) save(read.about)
  }
  return { faults, check }
}
