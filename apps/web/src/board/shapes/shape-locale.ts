import type { Locale } from '@samtavle/shared/locale'
import type { Editor } from '@tldraw/tldraw'

/** The language of the interface, from tldraw's code for it. */
export function localeOf(editor: Editor): Locale {
  const code = editor.user.getLocale()
  return code === 'no' ? 'nb' : code === 'en' ? 'en' : 'da'
}
