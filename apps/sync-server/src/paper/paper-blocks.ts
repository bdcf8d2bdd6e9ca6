/** How a text is set: `quiet` in small and grey, `voice` in larger letters, for what people are quoted with. */
export type Look = 'body' | 'strong' | 'quiet' | 'voice'
export type Paragraph = { text: string; look: Look }

/** What a paper is made of, in the order of reading; where it stands on which sheet is not said here. */
export type PaperBlock =
  /** Those of level 2 are in the outline of the file. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | ({ kind: 'text' } & Paragraph)
  /** Each item has paragraphs of its own. */
  | { kind: 'list'; items: Paragraph[][] }
  /** Row titles may be empty, and are left out where all are. */
  | { kind: 'table'; columns: string[]; rows: { title: string; cells: Paragraph[][] }[] }
  /** An SVG of ours (`renderBoardPicture`), with its size in px; one that `fills` takes all the room that there is. */
  | { kind: 'picture'; svg: string; alt: string; width: number; height: number; fills?: boolean }
  /** The rest begins on another sheet, across it: on its side where that is how a picture fits. */
  | { kind: 'sheet'; isWide: boolean }
  /** Ends what goes across the whole sheet: the rest is set in columns where the paper is wide. */
  | { kind: 'columns' }

/** A whole document: the same gives the same bytes. */
export type Paper = {
  title: string
  /** BCP 47, for example `da-DK`. */
  language: string
  /** Stands at the head of each page besides the title. */
  name: string
  /** Stands at the foot of each page. */
  foot: string
  /** ISO moment that the file says it was made at. */
  madeAt: string
  /** For example »Side 2 af 7«, with `{page}` and `{pages}` in the place of the numbers. */
  pageOf: string
  /** What stands in a table where nothing was written, for those who hear it. */
  emptyCell: string
  blocks: PaperBlock[]
}
