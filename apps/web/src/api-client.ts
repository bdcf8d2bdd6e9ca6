import type { BoardState } from '@samtavle/shared/access'
import type {
  Asset,
  acceptInvitationRequest,
  BoardMember,
  BoardSummary,
  CreateBoardRequest,
  changePasswordRequest,
  createInvitationRequest,
  createInvitationResponse,
  Invitation,
  installationSchema,
  lookUpInvitationResponse,
  Me,
  Person,
  putBoardMemberRequest,
  SearchResponse,
  setupRequest,
  signInRequest,
  TemplateSummary,
  updateBoardRequest,
  updateMeRequest,
} from '@samtavle/shared/api'
import type { BoardBackup } from '@samtavle/shared/board-backup'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { type ErrorCode, isErrorCode } from '@samtavle/shared/errors'
import type {
  BoardEvidence,
  BoardSection,
  EvidenceChain,
  evidenceLinksRequest,
  SendOnAnswer,
  SprintEvidence,
  sendOnRequest,
  TakeBackAnswer,
} from '@samtavle/shared/evidence-api'
import type { importBoardResponse } from '@samtavle/shared/import-api'
import type { Locale } from '@samtavle/shared/locale'
import type {
  ProcessModelAnswer,
  processModelsResponse,
  putProcessModelRequest,
} from '@samtavle/shared/process-model-api'
import type {
  addSprintBoardRequest,
  arrangeSprintBoardRequest,
  CreateSprintRequest,
  createSprintResponse,
  duplicateSprintRequest,
  programmesResponse,
  putAgendaRequest,
  putAgendaResponse,
  putNowRequest,
  putSprintMemberRequest,
  putStatusRequest,
  Sprint,
  StartAnswer,
  sprintsResponse,
  updateSprintRequest,
} from '@samtavle/shared/sprint-api'
import type { TemplateAbout } from '@samtavle/shared/template-about'
import type { BoardTemplate, TemplateDraft, TemplateFile, TemplateSaved } from '@samtavle/shared/template-api'
import type { LogTrialRequest, TrialAnswer, TrialsAnswer } from '@samtavle/shared/trial-api'
import { type Sending, sendBytes } from './send-bytes.ts'

/** What a schema of `shared/api` says once parsed. Types only: the schemas themselves stay on the server. */
type Said<Schema extends { _output: unknown }> = Schema['_output']

/** Failures that a page can tell about: the server's closed list, and not reaching the server at all. */
export type FailureCode = ErrorCode | 'network'

/** A request that did not succeed. `retryAfter` is in seconds. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: FailureCode
  readonly retryAfter: number | undefined

  constructor(code: FailureCode, message: string, retryAfter?: number) {
    super(message)
    this.code = code
    this.retryAfter = retryAfter
  }
}

async function failureOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  const said = (body as { error?: { code?: unknown; message?: unknown } } | null)?.error
  const retryAfter = Number(response.headers.get('Retry-After'))
  const seconds = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined
  // A proxy in front of the server answers 502–504 in its own words when the server is down.
  const fallback: FailureCode = response.status >= 502 && response.status <= 504 ? 'network' : 'internal'
  const code = isErrorCode(said?.code) ? said.code : fallback
  return new ApiError(code, typeof said?.message === 'string' ? said.message : `HTTP ${response.status}`, seconds)
}

export async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError('network', 'the server was not reached')
  }
  if (!response.ok) throw await failureOf(response)
  return response
}

/** One question to the server. The functions of `api` and of features' own clients are made of it. */
export async function request<Answer>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await send(method, path, body, signal)
  if (response.status === 204) return undefined as Answer
  try {
    return (await response.json()) as Answer
  } catch {
    throw new ApiError('internal', 'the answer is not JSON')
  }
}

/** A file that the server makes. */
export async function requestFile(path: string): Promise<Blob> {
  const response = await send('GET', path)
  try {
    return await response.blob()
  } catch {
    throw new ApiError('network', 'the file broke off')
  }
}

/** One file as it is. `fetch` cannot say how much of it has gone. */
async function sendFile<Answer>(path: string, file: Blob, sending: Sending): Promise<Answer> {
  const response = await sendBytes(path, file, sending)
  if (response === null) throw new ApiError('network', 'the server was not reached')
  if (!response.ok) throw await failureOf(response)
  return (await response.json()) as Answer
}

const get = <Answer>(path: string, signal?: AbortSignal) => request<Answer>('GET', path, undefined, signal)
/** What of a template is taken, and in which language. */
export type TemplateChoice = { locale: Locale; examples: boolean; short: boolean }
const templatePath = (id: string) => `/api/templates/${encodeURIComponent(id)}`
const choiceQuery = ({ locale, examples, short }: TemplateChoice) =>
  `locale=${locale}&examples=${examples}&short=${short}`
const boardPath = (id: string) => `/api/boards/${encodeURIComponent(id)}`
const sprintPath = (id: string) => `/api/sprints/${encodeURIComponent(id)}`
const trialPath = (boardId: string, shape: string) => `${boardPath(boardId)}/trials/${encodeURIComponent(shape)}`

/**
 * The HTTP API. Every function rejects with an `ApiError`.
 */
export const api = {
  installation: (signal?: AbortSignal) => get<Said<typeof installationSchema>>('/api/installation', signal),
  me: (signal?: AbortSignal) => get<Me>('/api/me', signal),
  signIn: (body: Said<typeof signInRequest>) => request<Me>('POST', '/api/auth/sign-in', body),
  signOut: () => request<unknown>('POST', '/api/auth/sign-out'),
  setUp: (body: Said<typeof setupRequest>) => request<Me>('POST', '/api/setup', body),
  updateMe: (body: Said<typeof updateMeRequest>) => request<Me>('PATCH', '/api/me', body),
  changePassword: (body: Said<typeof changePasswordRequest>) => request<unknown>('POST', '/api/me/password', body),

  people: (signal?: AbortSignal) => get<{ people: Person[] }>('/api/people', signal),
  invitations: (signal?: AbortSignal) => get<{ invitations: Invitation[] }>('/api/invitations', signal),
  invite: (body: Said<typeof createInvitationRequest>) =>
    request<Said<typeof createInvitationResponse>>('POST', '/api/invitations', body),
  withdrawInvitation: (id: string) => request<unknown>('DELETE', `/api/invitations/${encodeURIComponent(id)}`),
  lookUpInvitation: (secret: string) =>
    request<Said<typeof lookUpInvitationResponse>>('POST', '/api/invitations/look-up', { secret }),
  acceptInvitation: (body: Said<typeof acceptInvitationRequest>) =>
    request<Me>('POST', '/api/invitations/accept', body),

  processModel: (signal?: AbortSignal) => get<ProcessModelAnswer>('/api/process-model', signal),
  processModels: (signal?: AbortSignal) => get<Said<typeof processModelsResponse>>('/api/process-model/models', signal),
  putProcessModel: (body: Said<typeof putProcessModelRequest>) =>
    request<ProcessModelAnswer>('PUT', '/api/process-model', body),

  boards: (state: BoardState, signal?: AbortSignal) =>
    get<{ boards: BoardSummary[] }>(`/api/boards?state=${state}`, signal),
  search: (q: string, signal?: AbortSignal) => get<SearchResponse>(`/api/search?q=${encodeURIComponent(q)}`, signal),
  board: (id: string, signal?: AbortSignal) => get<BoardSummary>(boardPath(id), signal),
  /** The answer of which the body is the whole document of a board; still on its way. */
  boardState: (id: string, signal: AbortSignal) => send('GET', `${boardPath(id)}/state`, undefined, signal),
  createBoard: (body: CreateBoardRequest) => request<{ id: string }>('POST', '/api/boards', body),
  /** Sends a picture for a board to be imported; `said` is the SHA-256 that its file says it has. */
  sendImportAsset: (file: Blob, said: string | undefined, sending: Sending) =>
    sendFile<Asset>(
      `/api/boards/import/assets${said === undefined ? '' : `?is=${encodeURIComponent(said)}`}`,
      file,
      sending,
    ),
  importBoard: (backup: BoardBackup) => request<Said<typeof importBoardResponse>>('POST', '/api/boards/import', backup),
  updateBoard: (id: string, body: Said<typeof updateBoardRequest>) => request<unknown>('PATCH', boardPath(id), body),
  deleteBoard: (id: string) => request<unknown>('DELETE', boardPath(id)),
  restoreBoard: (id: string) => request<unknown>('POST', `${boardPath(id)}/restore`),
  duplicateBoard: (id: string, title: string) =>
    request<{ id: string }>('POST', `${boardPath(id)}/duplicate`, { title }),
  /** Puts a picture on a board; `onProgress` is told the share of the bytes that have gone, 0–1. */
  addBoardAsset: (boardId: string, file: Blob, sending: Sending) =>
    sendFile<Asset>(`${boardPath(boardId)}/assets`, file, sending),
  /** The address of a picture of a board. */
  boardAsset: (boardId: string, id: string) => `${boardPath(boardId)}/assets/${encodeURIComponent(id)}`,
  boardPreview: (id: string, theme: 'light' | 'dark') => `${boardPath(id)}/preview.svg?theme=${theme}`,

  members: (boardId: string, signal?: AbortSignal) =>
    get<{ members: BoardMember[] }>(`${boardPath(boardId)}/members`, signal),
  putMember: (boardId: string, body: Said<typeof putBoardMemberRequest>) =>
    request<unknown>('PUT', `${boardPath(boardId)}/members`, body),
  removeMember: (boardId: string, userId: string) =>
    request<unknown>('DELETE', `${boardPath(boardId)}/members?userId=${encodeURIComponent(userId)}`),

  boardSections: (boardId: string, signal?: AbortSignal) =>
    get<{ sections: BoardSection[] }>(`${boardPath(boardId)}/sections`, signal),
  sendOn: (boardId: string, body: Said<typeof sendOnRequest>) =>
    request<SendOnAnswer>('POST', `${boardPath(boardId)}/send-on`, body),
  takeBackSent: (boardId: string, sending: string) =>
    request<TakeBackAnswer>('POST', `${boardPath(boardId)}/send-on/${encodeURIComponent(sending)}/take-back`, {}),
  boardEvidence: (boardId: string, signal?: AbortSignal) =>
    get<BoardEvidence>(`${boardPath(boardId)}/evidence`, signal),
  addLinks: (boardId: string, body: Said<typeof evidenceLinksRequest>) =>
    request<unknown>('POST', `${boardPath(boardId)}/evidence/links`, body),
  withdrawLinks: (boardId: string, body: Said<typeof evidenceLinksRequest>) =>
    request<unknown>('POST', `${boardPath(boardId)}/evidence/links/withdraw`, body),
  evidenceChain: (trace: string, signal?: AbortSignal) =>
    get<EvidenceChain>(`/api/evidence/${encodeURIComponent(trace)}`, signal),
  sprintEvidence: (sprintId: string, signal?: AbortSignal) =>
    get<SprintEvidence>(`${sprintPath(sprintId)}/evidence`, signal),

  /** Trial actions on the boards that one may see. */
  trials: (only: { status?: string; sprint?: string }, signal?: AbortSignal) =>
    get<TrialsAnswer>(`/api/trials?${new URLSearchParams(only)}`, signal),
  trial: (boardId: string, shape: string, signal?: AbortSignal) => get<TrialAnswer>(trialPath(boardId, shape), signal),
  logTrial: (boardId: string, shape: string, body: LogTrialRequest) =>
    request<unknown>('POST', `${trialPath(boardId, shape)}/log`, body),

  /** Lets a board stay that would delete itself. */
  keepBoard: (id: string) => request<unknown>('POST', `${boardPath(id)}/keep`),

  /** Those that an administrator took out of the gallery, marked, among all others. */
  templatesWithHidden: (signal?: AbortSignal) =>
    get<{ templates: TemplateSummary[] }>('/api/templates?hidden=true', signal),
  hideTemplate: (id: string, hidden: boolean) => request<unknown>('PUT', `${templatePath(id)}/hidden`, { hidden }),
  createTemplate: (body: { boardId: string; keepLoose: boolean; about: TemplateAbout }) =>
    request<TemplateSaved>('POST', '/api/templates', body),
  addTemplateVersion: (id: string, body: { boardId: string; keepLoose: boolean; about: TemplateAbout }) =>
    request<TemplateSaved>('POST', `${templatePath(id)}/versions`, body),
  changeTemplate: (id: string, about: TemplateAbout) => request<unknown>('PATCH', templatePath(id), { about }),
  deleteTemplate: (id: string) => request<unknown>('DELETE', templatePath(id)),
  restoreTemplate: (id: string) => request<unknown>('POST', `${templatePath(id)}/restore`),
  exportTemplate: (id: string) => get<TemplateFile>(`${templatePath(id)}/export`),
  /** A file as it was read; what it holds is the server's to judge. */
  importTemplate: (file: unknown) => request<TemplateSaved>('POST', '/api/templates/import', file),
  /** What a template of a board would hold, and what stays behind. */
  templateDraft: (boardId: string, keepLoose: boolean, signal?: AbortSignal) =>
    get<TemplateDraft>(`${boardPath(boardId)}/template-draft?keepLoose=${keepLoose}`, signal),
  boardTemplate: (boardId: string, signal?: AbortSignal) =>
    get<BoardTemplate>(`${boardPath(boardId)}/template`, signal),
  useNewestTemplate: (boardId: string) => request<unknown>('POST', `${boardPath(boardId)}/template/newest`),

  templates: (signal?: AbortSignal) => get<{ templates: TemplateSummary[] }>('/api/templates', signal),
  /** What is to be said of these templates; of those that there are. */
  templatesOf: (ids: readonly string[], signal?: AbortSignal) =>
    get<{ templates: TemplateSummary[] }>(`/api/templates?ids=${encodeURIComponent(ids.join(','))}`, signal),
  /** What a template puts on a board. */
  templateRecords: (id: string, choice: TemplateChoice) =>
    get<{ records: BoardRecord[] }>(`${templatePath(id)}/records?${choiceQuery(choice)}`),
  templatePreview: (id: string, look: TemplateChoice & { theme: 'light' | 'dark'; detail?: 'full' }) =>
    `${templatePath(id)}/preview.svg?${choiceQuery(look)}&theme=${look.theme}&detail=${look.detail ?? 'thumbnail'}`,

  programmes: (signal?: AbortSignal) => get<Said<typeof programmesResponse>>('/api/programmes', signal),
  /** What a start in the week of `date` collides with, and the next start that collides with nothing. */
  programmeStart: (programmeId: string, date: string, signal?: AbortSignal) =>
    get<StartAnswer>(`/api/programmes/${encodeURIComponent(programmeId)}/start?date=${date}`, signal),
  sprints: (signal?: AbortSignal) => get<Said<typeof sprintsResponse>>('/api/sprints', signal),
  sprint: (id: string, signal?: AbortSignal) => get<Sprint>(sprintPath(id), signal),
  createSprint: (body: CreateSprintRequest) => request<Said<typeof createSprintResponse>>('POST', '/api/sprints', body),
  updateSprint: (id: string, body: Said<typeof updateSprintRequest>) => request<unknown>('PATCH', sprintPath(id), body),
  deleteSprint: (id: string) => request<unknown>('DELETE', sprintPath(id)),
  duplicateSprint: (id: string, body: Said<typeof duplicateSprintRequest>) =>
    request<Said<typeof createSprintResponse>>('POST', `${sprintPath(id)}/duplicate`, body),
  putAgenda: (id: string, body: Said<typeof putAgendaRequest>) =>
    request<Said<typeof putAgendaResponse>>('PUT', `${sprintPath(id)}/agenda`, body),
  putNow: (id: string, body: Said<typeof putNowRequest>) => request<unknown>('PUT', `${sprintPath(id)}/now`, body),
  putSprintStatus: (id: string, body: Said<typeof putStatusRequest>) =>
    request<unknown>('PUT', `${sprintPath(id)}/status`, body),
  putSprintMember: (id: string, body: Said<typeof putSprintMemberRequest>) =>
    request<unknown>('PUT', `${sprintPath(id)}/members`, body),
  removeSprintMember: (id: string, userId: string) =>
    request<unknown>('DELETE', `${sprintPath(id)}/members?userId=${encodeURIComponent(userId)}`),
  addSprintBoard: (id: string, body: Said<typeof addSprintBoardRequest>) =>
    request<{ id: string }>('POST', `${sprintPath(id)}/boards`, body),
  arrangeSprintBoard: (id: string, boardId: string, body: Said<typeof arrangeSprintBoardRequest>) =>
    request<unknown>('PATCH', `${sprintPath(id)}/boards/${encodeURIComponent(boardId)}`, body),
}
