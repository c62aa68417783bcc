/** A file on its way out: the share sheet or the downloads, whichever really works here. Success is said only when it happened (DESIGN 8). */
import { useMemo } from 'preact/hooks';
import { prepareShare, saveFile } from '../../carry/files.ts';
import { thisPlatform } from '../../carry/platform.ts';
import { useWords } from '../words/words.ts';
import type { Notice } from './notice.ts';

type Said = () => Notice | Promise<Notice>;

export interface FileOut {
  /** null where a download does nothing: in an installed iOS app, whose only way out is the share sheet. */
  readonly save: (() => void) | null;
  /** To be called from the gesture; null where the browser does not share this. `shared`: what follows where it was; null: the person went back. */
  readonly share: ((shared: Said) => Promise<Notice | null>) | null;
}

/** `file`: null while it is being made; `ifNot`: what to do where sharing fails and saving is no way either. */
export function useFileOut(file: Blob | null, fileName: string, ifNot: string): FileOut {
  const { carry } = useWords();
  const open = useMemo(() => file && prepareShare(file, fileName), [file, fileName]);
  // Where there is no share sheet either, a download is at least tried.
  const maySave = !open || !downloadsDoNothing();
  return {
    save: file && maySave ? () => saveFile(file, fileName) : null,
    share:
      open &&
      (async (shared) => {
        const result = await open();
        if (result === 'shared') return shared();
        if (result === 'cancelled') return null;
        const next = maySave ? carry.shareFailedNextFile : ifNot;
        return { kind: 'failed', code: 'share-failed', what: carry.shareFailed, next };
      }),
  };
}

/** The one way that works here, for a file that is made in the very act: `saved` is what is said of a download. */
export function useFileNow(): (file: Blob, fileName: string, saved: string) => Promise<Notice | null> {
  const { carry } = useWords();
  return async (file, fileName, saved) => {
    const open = downloadsDoNothing() ? prepareShare(file, fileName) : null;
    const result = open && (await open());
    if (result === 'cancelled') return null;
    if (result === 'shared') return { kind: 'said', text: carry.shared };
    if (result === 'failed')
      return { kind: 'failed', code: 'share-failed', what: carry.shareFailed, next: carry.shareFailedAgain };
    saveFile(file, fileName);
    return { kind: 'said', text: saved };
  };
}

function downloadsDoNothing(): boolean {
  const { isIos, isInstalled } = thisPlatform();
  return isIos && isInstalled;
}
