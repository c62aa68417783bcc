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

/** What the live region says: an outcome or refusal of the worker, or what the browser did or would not do. */
export type Notice = Outcome | Said | Failed;

export interface Said {
  readonly kind: 'said';
  readonly text: string;
}

/** The platform refused (clipboard, share sheet, room for what was shared), or the page does for now (update). Never about data. */
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

/** Whatever an act may end in. null: there is nothing to say. */
export type ActResult = Notice | Accepted | Preview | Answer | null;

/** What the worker answers with that says nothing by itself: it is shown. */
type Answer =
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
