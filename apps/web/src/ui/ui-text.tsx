import { createContext, type ReactNode, useContext } from 'react'

/** The few words that the components of this folder say themselves; the app gives them in the page's language. */
export type UiText = {
  close: string
  cancel: string
  showPassword: string
  hidePassword: string
  optional: string
  /** Said before an error that appears under a field. */
  error: string
  loading: string
}

const UiTextContext = createContext<UiText | null>(null)

export function UiTextProvider({ text, children }: { text: UiText; children: ReactNode }) {
  return <UiTextContext value={text}>{children}</UiTextContext>
}

export function useUiText(): UiText {
  const text = useContext(UiTextContext)
  if (text === null) throw new Error('UiTextProvider is missing')
  return text
}
