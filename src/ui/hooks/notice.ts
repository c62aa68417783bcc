import type { Outcome } from '../../domain/outcome.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type {
  Accepted,
  ArchivePreview,
  Carried,
  ExportedFile,
  Fingerprint,
  ForgetPreview,
  JournalState,
  Preview,
  SealedArchive,
  Several,
  ToolCalls,
  UndoPreview,
} from '../../peer-api.ts';

/** What the live region says: an outcome or a refusal of the worker, or what the browser did or refused. */
export type Notice = Outcome | Said | Failed;

export interface Said {
  readonly kind: 'said';
  readonly text: string;
}

/**
 * The browser refused something (clipboard, share sheet, storage for what was shared), or the page refuses an update
 * for now. It is never about the data of this node.
 */
export interface Failed {
  readonly kind: 'failed';
  readonly code:
    | 'clipboard-denied'
    | 'share-failed'
    | 'share-not-kept'
    | 'share-empty'
    | 'file-gone'
    | 'tab-open'
    | 'update-later';
  readonly what: string;
  readonly next: string;
}

/** Every result that an act may end in. null: nothing is to be said. */
export type ActResult = Notice | Accepted | Preview | ShownAnswer | null;

/** Answers of the worker that a screen shows. The live region says nothing about them. */
type ShownAnswer =
  | ArchivePreview
  | Carried
  | ExportedFile
  | Fingerprint
  | ForgetPreview
  | JournalState
  | SealedArchive
  | Several
  | ToolCalls
  | UndoPreview;

export function isBad(notice: Notice | null): notice is Refusal | Failed {
  return notice?.kind === 'refused' || notice?.kind === 'failed';
}

export function noticeOf(result: ActResult): Notice | null {
  switch (result?.kind) {
    case 'accepted':
      return result.outcome;
    case 'preview':
      return result.problem;
    case 'done':
    case 'nothing':
    case 'refused':
    case 'said':
    case 'failed':
      return result;
    default:
      return null;
  }
}
