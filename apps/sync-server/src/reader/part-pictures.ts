import { picturesOf, type SnapshotContent, type SnapshotPicture } from '@samtavle/shared/snapshot-content'
import { html } from 'hono/html'
import { type Markup, NOTHING } from './markup.ts'
import type { ReaderWords } from './reader-words.ts'

/** Where a picture lies that has this name among those of its snapshot, and this key. */
export type PictureAddress = (name: string, theme: 'light' | 'dark', key: string) => string

/** Below the page of a link: called by its place among the parts, because its key may name a board. */
export const picturesBelow =
  (path: string): PictureAddress =>
  (name, theme) =>
    `${path}/pictures/${name}${theme === 'dark' ? '-dark' : ''}.svg`

/** Which picture of a snapshot a file name means; undefined for what is none. */
export function pictureNamed(
  content: SnapshotContent,
  fileName: string,
): { key: string; theme: 'light' | 'dark' } | undefined {
  const [, name, dark] = /^([a-z0-9-]{1,20}?)(-dark)?\.svg$/u.exec(fileName) ?? []
  const found = picturesOf(content).find((one) => one.name === name)
  return found && { key: found.picture.key, theme: dark === undefined ? 'light' : 'dark' }
}

/** No picture takes more of the page than so much, in px: what it says stands in words, and it can be enlarged. */
const HIGHEST = 416

/** One picture, with a link that shows it alone; the script opens it in a dialog instead. */
export function pictureFigure(
  picture: SnapshotPicture | null,
  title: string,
  name: string,
  pictureAt: PictureAddress,
  words: ReaderWords,
): Markup {
  if (picture === null) return NOTHING
  const { key, width, height, alt } = picture
  // Said in the page, so that nothing moves when a picture comes.
  const shown = Math.min(1, HIGHEST / height)
  const at = (theme: 'light' | 'dark') => pictureAt(name, theme, key)
  return html`<figure class="picture" data-picture="${title}">
    <picture>
      <source srcset="${at('dark')}" media="screen and (prefers-color-scheme: dark)" />
      <img src="${at('light')}" alt="${alt}" width="${Math.round(width * shown)}" height="${Math.round(height * shown)}" loading="lazy" />
    </picture>
    <figcaption><a href="${at('light')}">${words.enlarge(title)}</a></figcaption>
  </figure>`
}

/** What the script makes its dialog from, in the words of the snapshot's language. */
export function zoomDialog({ zoom }: ReaderWords): Markup {
  const tool = (name: 'in' | 'out' | 'whole' | 'close') =>
    html`<button type="button" data-zoom="${name}">${zoom[name]}</button>`
  return html`<template id="zoom">
    <dialog class="zoom" aria-labelledby="zoom-title">
      <div class="zoom-bar">
        <h2 id="zoom-title"></h2>
        ${tool('in')}${tool('out')}${tool('whole')}${tool('close')}
      </div>
      <div class="zoom-view" tabindex="0" role="group" aria-labelledby="zoom-title" aria-describedby="zoom-help">
        <img alt="" draggable="false" />
      </div>
      <p class="zoom-help" id="zoom-help">${zoom.help}</p>
    </dialog>
  </template>`
}
